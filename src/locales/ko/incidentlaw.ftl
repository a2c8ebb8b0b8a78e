## 나란히 보는 기한
clock-safe-due = 내부 안전 기한
clock-legal-due = 법정 기한: { $due }
clock-legal-label = 법정 기한
clock-past-safe-by = 안전 기한 경과
duty-past-safe = 안전 기한 경과 시간
duty-held-until = 보류 종료(늦어도)

## 의무를 읽을 때 알아야 할 것
duty-conflict = 두 예외가 서로 충돌하며, 어느 예외가 우선하는지 법령에 정함이 없습니다: { $grounds }. 담당자가 판단하여야 하며, 그때까지는 더 엄격한 해석에 따라 표시합니다.
duty-not-started = 미개시
duty-limb-awaits = 다음 사실이 있으면 또 하나의 기한이 시작됩니다: { $what }.
duty-start-unrecorded = 기산점이 기록되어 있지 않아, 가능한 가장 이른 시점부터 잠정적으로 계산합니다. 기한을 넘겼다고 단정할 수 없습니다. { $question }
duty-record-awaited = 기록하기: { $what }
duty-settle-by = { $moment }까지 확정하십시오. 그 뒤에 적용되는 것으로 밝혀지면 기한을 지킬 수 없습니다.
duty-open-facts = 판단에 관계되는 미확인 사실 전부({ $count }건)
duty-pending = { $status }, 미시행: { $title } ({ $cite })
duty-pending-expected = { $status }, 미시행: { $title } ({ $cite }). 시행 예정일: { $date }.
duty-own-rulebook = 자체 규칙집
duty-override-rulebook = 기본 규칙집을 대체한 자체 규칙집

## 적용될 수 있는 다른 법령
perhaps-title = 이 사고에 적용될 수 있는 다른 법령
perhaps-lead = 아직 확인되지 않은 사실에 따라 적용 여부가 정해집니다. 맨 위 항목이 가장 많은 법령의 적용 여부를 정합니다.
perhaps-line = 법령 { $count }건의 적용 여부를 정합니다
perhaps-otherwise = 다음 법령은 사실이 아니라 사건의 경과나 매출액에 따라 적용 여부가 정해집니다:
perhaps-acts = 해당 법령 { $count }건

## 사실
facts-relevant = 이 사고에 적용되는 법령이 묻는 사실과, 다른 법령의 적용 여부를 가리는 사실만 표시합니다. 답하면 추가로 묻는 사실이 나타날 수 있습니다.
facts-own-places = 조직의 지역과 선택한 지역
facts-other-places = 그 밖의 지역
facts-find-place = 이름이나 지역 부호로 찾기
facts-found = 검색 결과:
facts-europe = 유럽연합 회원국
facts-elsewhere = 유럽연합 밖의 국가
facts-count-folded = 수를 적지 않은 항목 { $count }개
facts-count-counted = 수를 적은 항목과 조직의 지역

## 조직
organisation-places = 소재지와 규모
organisation-of-country = { $country }에만 해당
organisation-of-country-count = 질문 { $count }개
organisation-europe = 유럽연합

## 그 밖에 일어난 일
occurrence-more = 이 사고에 적용되는 법령과 관계없는 항목은 표시하지 않습니다.
occurrence-reason = 결정의 내용, 결정한 사람과 이유
occurrence-reason-hint = 사고 분류와 같은 조직의 결정은 그 이유까지 기록으로 남깁니다.
occurrence-decision = { $title }(결정): { $help }

## 메일
mail-label-safe = 내부 안전 기한
mail-label-legal = 법정 기한
mail-label-left-legal = 법정 기한까지 남은 시간
mail-warning-big-past-safe = 안전 기한 경과, 법정 기한까지 { $left }
mail-warning-lead-past-safe = 내부 안전 기한이 지났습니다: { $duty }. 법령의 계산 방식에 따른 기한은 { $due }이며, 아직 제출된 기록이 없습니다.
mail-warning-subject-past-safe = 안전 기한 경과, 법정 기한까지 { $left }: { $duty }, 기한 { $due } ({ $reference })

## 보고서
report-safe = 내부 안전 기한: { $moment }
report-guideline = 구속력 없는 지침: { $words }
report-held = 보류 중: 아직 이행하여서는 안 됩니다. { $why }
