### 문서: 신고 서식과 사고 보고서(PDF, HTML).

## 값

paper-met = { $duty }: { $moment }

## 제재

paper-prison-years = { $count }년 이하의 징역
paper-prison-months = { $count }개월 이하의 징역

## 서식

paper-banner-drill = 모의훈련
paper-banner-draft = 초안
paper-banner-submitted = 승인 대기
paper-receipt-number = 접수번호
paper-receipt-moment = 접수일시
paper-form-footer = { $title } · { $reference } · 사고 기록 { $number }번까지의 사실 반영
paper-approval = 내부 승인
paper-submitted = 승인 요청
paper-approved = 승인
paper-by-at = { $person }, { $moment }
paper-note-draft = 초안입니다. 승인되지 않았으므로 제출할 수 없습니다.
paper-note-submitted = 승인 요청: { $person }, { $moment }. 아직 승인되지 않았으므로 제출할 수 없습니다.
paper-follows = 최초신고
paper-first-handed-in = 제출 일시
paper-first-receipt = 접수번호
paper-changes = 마지막 제출본과 달라진 항목
paper-changes-unknown = 마지막 제출본이 이 서식으로 작성되지 않아 달라진 항목을 나열할 수 없습니다.
paper-changes-none = 마지막 제출본과 달라진 항목이 없습니다.
paper-changed-field = 항목
paper-changed-before = 제출한 내용
paper-changed-now = 현재 내용
paper-handed-in = 제출
paper-handed-in-by = { $moment } · { $channel }
paper-statement = { $cite }에 따라 위와 같이 신고합니다.
paper-statement-bare = 위와 같이 신고합니다.

## 사고 보고서

report-title = 사고 현황 보고서
report-footer = { $reference } · { $moment } 현재
report-recorded = 기록: { $person }, { $moment }
report-recorded-by = 기록: { $person }
report-organisation = 기업(기관)
report-organisation-name = 기업(기관)명
report-registration = 사업자등록번호
report-address = 소재지
report-sector = 업종
report-size = 기업 규모
report-reporter = 신고인
report-ciso = 정보보호 최고책임자
report-cpo = 개인정보 보호책임자
report-incident = 사고 개요
report-incident-title = 사고 내용
report-reference = 사고 번호
report-state = 처리 상태
report-state-open = 진행 중
report-state-closed = 종결
report-began = 발생 일시
report-ended = 종료 일시
report-opened = 최초 기록
report-drill-note = 모의훈련입니다. 실제로 발생한 사고가 아니며 이와 관련하여 신고할 사항도 없습니다.
report-facts = 기록된 사실
report-facts-caption = { $moment } 현재 기록된 사실
report-facts-none = 아직 기록된 사실이 없습니다.
report-fact = 항목
report-value = 기록된 내용
report-since = 알게 된 시점
report-since-latest = 늦어도 { $moment }
report-source = 출처
report-awareness = 인지 시점
report-awareness-none = 아직 기록된 인지 시점이 없습니다.
report-moment = 시점
report-basis = 근거
report-aware-of = 인지 대상
report-who-knew = 인지한 사람, 증거
report-weight = 기산점 여부
report-governs = 기산점으로 적용
report-aside = 기록됨, 기산점 아님
report-withdrawn = 철회: { $reason }
report-clocks = 의무와 기한
report-clocks-caption = 사실관계에 따라 발생하는 의무(적용되는 기산점 기준)
report-clocks-none = 수록된 법령상 진행 중인 의무가 없습니다.
report-duty = 의무
report-article = 근거 조문
report-filed = 이행 일시
report-standing = 이행 상태
report-not-filed = 이행 기록 없음
report-in-force = 이행 중(계속 의무)
report-undetermined = 미정: 이 의무가 적용되는지 아직 판단할 수 없습니다.
report-open-duties = 다음 의무는 적용 여부를 아직 판단할 수 없습니다.
    { $duties }
report-scenarios = 다른 인지 시점에 따른 기한
report-scenarios-caption = 기록된 다른 시점을 기산점으로 볼 경우의 이행 상태
report-why = 기산점이 아닌 이유
report-filings = 신고·통지 내역
report-filings-none = 신고하거나 통지한 것이 없습니다.
report-channel = 이행 방법
report-receipt = 접수번호
report-no-receipt = 기록 없음
report-remark = 비고
report-ceilings = 위반 시 제재
report-ceilings-caption = 적용되는 날의 법령에 따른 상한
report-ceilings-none = 이 의무들과 관련된 제재 규정이 없습니다.
report-ceilings-note = 상한은 법령이 허용하는 최고 한도이며, 실제 부과액에 대한 예측이 아닙니다.
report-sanction = 제재
report-ceiling = 상한
report-threatened = 현재 제재 대상 여부
report-unknown = 아직 확인되지 않은 사항
report-unknown-began = 사고는 언제 발생하였습니까?
report-unknown-none = 의무의 적용이나 서식 작성에 필요한 미확인 사항이 없습니다.
report-record = 이 보고서의 근거 기록
report-record-entry = 원장 기록 번호
report-record-position = 이 사고의 기록 번호
report-record-hash = 해당 원장 기록의 SHA-256 값
report-record-note = 위의 모든 내용은 이 기록까지의 원장에 근거합니다. 각 기록에는 바로 앞 기록의 해시값이 포함되므로 사후에 변경하면 드러납니다.

## 경과

story-title = 사고의 경과
story-left-out = 내부 메모, 초안, 반려된 초안과 발송된 알림 및 질문은 이 보고서에 포함되지 않습니다.
story-erased = 보존 기간이 지나 삭제된 기록: { $count }건. 그 내용은 여기에 표시되지 않습니다.
story-began = 사고 발생(기록된 시점).
story-ended = 사고 종료(기록된 시점).
story-opened = 사고 기록 개시: { $title }
story-retitled = 사고 명칭 변경: { $title }
story-fact = { $fact }: { $value }
story-fact-revised = { $fact }: { $value } (변경 전: { $before })
story-aware = 인지 시점. 근거: { $basis }
story-candidate-withdrawn = 인지 시점 기록 철회: { $reason }
story-occurrence-withdrawn = 후속 상황 기록 철회: { $reason }
story-submitted = 승인 요청: { $form }
story-approved = 승인: { $form }
story-filed = 이행: { $duty }
story-filed-withdrawn = 이행 기록 철회: { $reason }
story-reassessed = { $duty }: 새 규정집에 따라 기한 변경({ $old } → { $new })
story-closed = 사고 종결: { $reason }
story-reopened = 사고 재개: { $reason }
story-unknown = 이 버전의 프로그램이 알지 못하는 종류의 기록: { $count }건. 여기에 표시되지 않습니다.
story-occurred-before = 처음에 기록된 발생 시점: { $said }
story-reasoned = { $what }: { $why }
story-due-moved = 기한 변경: { $duty }({ $old } → { $new })
story-due-ended = 더 이상 진행되지 않음: { $duty }(종전 기한 { $old })
