### 여러 화면에서 함께 쓰는 말.

yes = 예
no = 아니요
not-known-yet = 아직 알 수 없음
none = 없음
save = 저장
cancel = 취소
back = 뒤로
edit = 변경
add = 추가
remove = 삭제
search = 검색
required = 필수
optional = 선택
drill = 모의훈련
since-moment = { $moment }부터

language-en = English
language-ko = 한국어
language-id = Bahasa Indonesia

## 단위

unit-hours = { $count }시간
unit-minutes = { $count }분
unit-seconds = { $count }초
unit-days = { $count }일
length-at-least = 최소 { $length }
length-at-most = 최대 { $length }
length-range = { $from }~{ $to }
length-days-range = { $from-count }~{ $to-count }일
length-hours-range = { $from-count }~{ $to-count }시간
length-minutes-range = { $from-count }~{ $to-count }분
length-seconds-range = { $from-count }~{ $to-count }초
persons = { $count }명
accounts = 계정 { $count }개
records = { $count }건
views = 조회 { $count }회

## 대략 아는 시각

moment-with-utc = { $local } ({ $utc })
timing-hour = { $day } { $from }~{ $to } 사이({ $zone })
timing-day = { $day }({ $zone }, 시각 미상)
timing-month = { $month } 중({ $zone })
timing-year = { $year }년 중({ $zone })
timing-between = { $from } ~ { $to } 사이
timing-between-days = { $from } ~ { $to } 사이({ $zone })
timing-latest = 늦어도 { $moment }까지
timing-earliest = 빨라도 { $moment } 이후
time-unknown = 알 수 없는 시간

## 역할

role-administrator = 관리자
role-officer = 담당자
role-approver = 승인자
role-reader = 열람자

## 시각의 정확도

precision-exact = 분 단위까지
precision-hour = 시간 단위까지
precision-day = 날짜만
precision-month = 월만
precision-year = 연도만
precision-between = 두 시점 사이
precision-latest = 늦어도 이 시점
precision-earliest = 빨라도 이 시점
precision-about = 대략(양 끝을 입력)

## 수치의 성격

quality-exact = 정확히
quality-at-least = 최소
quality-at-most = 최대
quality-estimate = 약(추정)

## 제출 방법

channel-portal = 신고 포털
channel-email = 전자우편
channel-telephone = 전화
channel-letter = 서면(우편)

## 기한의 상태

standing-running = 진행 중
standing-overdue = 기한 경과
standing-perhaps-overdue = 기한 경과 가능성 있음
standing-met-in-time = 기한 내 이행
standing-met-inside = 숫자로 정한 기한 내 이행
standing-met-late = 기한 후 이행
standing-cannot-be-decided = 판단할 수 없음
standing-in-force = 의무 지속 중
standing-waiting = 이행 대기
standing-done = 이행 완료

## 의무의 적용 여부

answer-applies = 적용됨
answer-does-not-apply = 적용되지 않음
answer-undetermined = 미정
answer-not-in-force = 시행 중이 아님
answer-superseded = 다른 의무로 대체됨

## 법령 확인 수준

confidence-verified = 조문 확인
confidence-secondary = 2차 자료
confidence-analysis = 자체 해석
confidence-recalled = 원문 미확인

## 제재

sanction-administrative-fine = 과태료
sanction-administrative-fine-abroad = 과징금 등 행정제재금
sanction-surcharge = 과징금
sanction-enforcement-charge = 이행강제금
sanction-crime = 벌칙(형사처벌)

## 인지 시점의 근거

basis-established = 관계 기관이 인정
basis-briefed = 내부 결정권자에게 보고
basis-confirmed = 기술적으로 확인
basis-declared = 신고서 등에 기재한 시점
basis-told = 외부에서 제보받음
basis-suspected = 의심 단계
basis-of = { $basis }({ $whose })
knower-own = 기업(기관) 자신
knower-parent = 모회사가 알게 됨
knower-subsidiary = 자회사가 알게 됨
knower-contractor = 수탁자 또는 재수탁자가 알게 됨
flaw-partial = 일부 내용이 빠졌거나 일부 대상자에게만 통지됨
flaw-defective = 내용 오류·서명 누락·접수 거부·반송 등 하자가 있음
flaw-wrong-body = 다만 제출 대상이 아닌 기관에 제출함

## 법문상의 신속성

promptness-immediately = 즉시
promptness-without-delay = 지체 없이

## 입력란과 기한 표시

clock-do-next = 지금 할 일
clock-left = 남음
clock-left-at-most = 최대 남은 시간
clock-due = 기한
clock-start = 기산점
clock-news-hour = 한 시간 남았습니다:
clock-news-quarter = 15분 남았습니다:
clock-news-due = 기한이 지났습니다:
answer-yes = 예
answer-no = 아니요
answer-unknown = 아직 알 수 없음
form-problems = 다음 항목을 확인해 주십시오
form-optional = (선택)
form-moment = 날짜와 시각, YYYY-MM-DD HH:MM
form-moment-until = 두 시점 사이일 때만: 끝 시점
form-precision = 얼마나 정확히 알고 있습니까?
form-zone = 시간대
form-number = 수
form-quality = 수치는 얼마나 정확합니까?

notice-demo = 시연용 시스템입니다. 자료는 공개된 사례를 바탕으로 구성한 것이므로 실제 사고를 기록하지 마십시오.
notice-mail-to-files = 메일 서버가 설정되지 않았습니다. 메일은 { $folder } 폴더에 파일로만 저장되며 수신자에게 전달되지 않습니다.
