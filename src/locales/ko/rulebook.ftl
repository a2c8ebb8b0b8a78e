### 법령 자료.

rulebook-title = 법령
rulebook-intro = 이 시스템에 수록된 법령을 법률별·시행일별로 보여 줍니다. 날짜를 고르면 그날 시행되었거나 시행 중이거나 시행될 내용을 볼 수 있습니다.
rulebook-on = 기준일
rulebook-on-hint = YYYY-MM-DD 형식의 날짜
rulebook-show = 이날짜로 보기
rulebook-day-wrong = 날짜 형식이 아닙니다. 2026-10-01과 같이 입력하십시오. 아래에는 오늘({ $date }) 기준으로 표시합니다.
rulebook-where = 현재 위치
rulebook-duties = 의무
rulebook-duties-on = { $act }: { $date } 기준 의무
rulebook-duty = 의무
rulebook-recipient = 신고·통지 상대방 또는 이행할 사항
rulebook-deadline = 기한
rulebook-article = 근거 조문
rulebook-watched = 이행할 때까지 알림 발송
rulebook-coming = { $date } 이후의 변경
rulebook-coming-none = 이후의 변경은 수록되어 있지 않습니다.
rulebook-doubts-intro = 다음 내용은 다른 자료, 자체 해석 또는 기억에 근거합니다. 이를 근거로 삼기 전에 반드시 확인하십시오.
rulebook-marks = 확인 수준의 의미
rulebook-mark-verified = 해당 조문을 법령 원문에서 확인하였습니다.
rulebook-mark-secondary = 뉴스레터, 언론 보도, 기관의 발표에서 가져왔습니다.
rulebook-mark-analysis = 확인한 조문을 바탕으로 자체적으로 계산하거나 해석하였습니다.
rulebook-mark-recalled = 기억에 따라 적은 것으로, 확인하지 않았습니다.
rulebook-read = 확인한 법령
rulebook-from = 수록 시작일
rulebook-zone = 날짜 기준 시간대
rulebook-hash = 이 규정집의 SHA-256 값
rulebook-changes = 내용이 바뀌는 날
rulebook-changes-intro = 날짜를 고르면 그날부터의 의무를 볼 수 있습니다.
rulebook-published = 공포 { $published }, { $checked }
rulebook-checked = 최종 확인 { $checked }
rulebook-looked-at = 2차 자료에 따름(최종 열람 { $checked })
rulebook-recalled = 기억에 의함(원문 미확인)
rulebook-awareness = 인지 시점의 우선순위
rulebook-awareness-intro = 여러 시점이 기록된 경우 순위가 가장 앞선 시점이, 같은 순위에서는 가장 이른 시점이 기산점이 됩니다. 다른 시점에 따른 기한도 함께 표시합니다.
rulebook-awareness-caption = 인지 시점의 근거와 순위
rulebook-basis = 근거
rulebook-tier = 순위
rulebook-why = 기산점이 되는 이유
rulebook-provisional = 잠정 여부

## 기간

rulebook-no-period = 기한 없음(참고 사항)
rulebook-at-once = 그 즉시
rulebook-hours = { $count }시간 이내
rulebook-no-number = { $word } (법령에 시간으로 정한 기한 없음)
rulebook-until = 계속 의무, 종료 시점: { $event }
rulebook-at-least-days = { $count }일 이상
rulebook-at-least-months = { $count }개월 이상

## 의무

rulebook-starts-awareness = 인지 시점: { $event }
rulebook-starts-each = 발생할 때마다: { $event }
rulebook-starts-filing = 최초 이행: { $duty }
rulebook-governs = 적용 법령의 기준일
rulebook-governed-by-start = 기산점이 속한 날
rulebook-governed-by-occurred = 사고가 발생한 날
rulebook-missed = 위반 시 결과
rulebook-form = 사용하는 서식
rulebook-is-in-force = { $date } 현재 시행 중입니다.
rulebook-is-not-in-force = { $date } 현재 시행 중이 아닙니다.
rulebook-changes-next = 새 규정 시행일: { $date }.
rulebook-no-change-known = 이후의 변경은 수록되어 있지 않습니다.
rulebook-versions = 시행일별 내용(최신순)
rulebook-span = { $from }부터 { $to }까지
rulebook-span-open = { $from }부터
rulebook-applies-on-day = 기준일에 적용
rulebook-repealed = 이날부터 적용되지 않습니다.
rulebook-conditions = 모두 충족하여야 하는 요건
rulebook-grounds = 하나 이상 충족하여야 하는 사유
rulebook-exceptions = 예외
rulebook-exempt = 이 경우 의무가 적용되지 않습니다.
rulebook-replaced = 이 경우 다음으로 갈음합니다: { $by }.
rulebook-instead = 이 경우의 기한: { $period }.
rulebook-excused = 이 경우 기한을 넘기더라도 정당한 사유로 봅니다. 사유가 끝난 때({ $event })부터의 기한: { $period }.
rulebook-fines = 위반 시 제재
rulebook-fines-none = 이 의무와 관련하여 수록된 제재가 없습니다.
rulebook-practice = 실제 부과 사례
rulebook-practice-note = 다른 사업자에게 실제로 부과된 금액입니다. 부과 기준이 아니며 다른 사건의 금액을 예측하는 근거가 되지 않습니다.
