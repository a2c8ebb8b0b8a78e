### 전자우편. 잠금 화면에도 보이므로 제목에 사고의 이름을 쓰지 않는다.

mail-drill-subject = [모의훈련] { $subject }
mail-drill-banner = 모의훈련입니다. 이 메일과 관련하여 기관에 신고할 사항은 없습니다.
mail-footer = Dutyclock이 { $organisation } 담당자께 자동으로 보낸 메일입니다. 내용은 { $moment } 현재의 상황입니다. 이 주소로 보낸 회신은 확인되지 않습니다.
mail-open-incident = 사고 화면 열기
mail-open-filing = 신고서 열기
mail-earlier-counts = 기산점이 대략적으로만 알려져 있습니다. 정확한 시각이 확인되기 전에는 이른 시각을 기준으로 이행하는 것이 안전합니다.

## 항목 이름

mail-label-incident = 사고
mail-label-duty = 의무
mail-label-recipient = 신고·통지 상대방
mail-label-due = 기한
mail-label-left = 남은 시간
mail-label-late = 지연
mail-label-elapsed = 경과 시간
mail-label-started = 기산점
mail-label-article = 근거 조문
mail-label-first-limb = 법문의 우선 요건
mail-label-note = 유의 사항
mail-label-counsel = 답변자
mail-label-also-warned = 함께 알림을 받은 사람
mail-label-form = 서식
mail-label-by = 처리자
mail-label-filed = 이행 시각
mail-label-channel = 이행 방법
mail-label-receipt = 접수번호
mail-label-result = 결과
mail-label-reason = 사유
mail-label-organisation = 조직
mail-label-role = 역할
mail-label-expires = 유효 기한
mail-label-server = 메일 서버

## 기한 알림

mail-warning-subject-opened = 기한 진행 시작({ $left } 남음): { $duty }, 기한 { $due } ({ $reference })
mail-warning-subject-left = { $left } 남음: { $duty }, 기한 { $due } ({ $reference })
mail-warning-subject-reached = 기한 도래: { $duty } ({ $reference })
mail-warning-subject-perhaps = 기한 경과 가능성: { $duty }, 기한 { $due } ({ $reference })
mail-warning-subject-late = { $late } 지연: { $duty }, 기한 { $due } ({ $reference })
mail-warning-subject-no-number = { $promptness } 이행 필요: { $duty }, 기산점부터 { $elapsed } 경과 ({ $reference })
mail-warning-big-left = { $left } 남음
mail-warning-big-reached = 기한이 도래하였습니다
mail-warning-big-perhaps = { $late } 지연 가능성
mail-warning-big-late = { $late } 지연
mail-warning-big-no-number = 기산점부터 { $elapsed } 경과
mail-warning-lead-opened = { $duty }: 기한이 진행되기 시작하였습니다. 이행 기한은 { $due }입니다.
mail-warning-lead-left = { $duty }: 이행 기한은 { $due }입니다. 아직 이행 기록이 없습니다.
mail-warning-lead-reached = { $duty }: 지금이 이행 기한입니다. 아직 이행 기록이 없습니다.
mail-warning-lead-perhaps = { $duty }: 아직 이행 기록이 없습니다. 가장 이른 기산점을 기준으로 하면 이미 기한이 지났습니다.
mail-warning-lead-late-range = { $duty }: 기산점에 따른 이행 기한({ $due })이 모두 지났습니다. 아직 이행 기록이 없습니다.
mail-warning-lead-late = { $duty }: 이행 기한({ $due })이 지났습니다. 아직 이행 기록이 없습니다.
mail-warning-lead-no-number = { $duty }: 아직 이행 기록이 없습니다. 법령은 이행 기한을 시간으로 정하지 않고 ‘{ $promptness }’라고 규정하고 있습니다.
mail-warning-lead-not-read = { $duty }의 이행이 기록되지 않았습니다. 법령의 기한을 확인하지 못하였으며, 기한이 정해져 있을 수 있습니다.
mail-warning-if-missed = 위반 시 제재
mail-warning-now-missed = 위반에 따른 결과
mail-warning-stop-may = 이 알림은 이행 사실이 기록될 때까지 계속됩니다. 이행할 필요가 없는 것으로 확인되었다면 사고 화면에서 알림을 중지할 수 있습니다. 중지 사유는 반드시 적어야 하며 기록으로 남습니다.
mail-warning-stop-may-not = 이 알림은 이행 사실이 기록될 때까지 계속됩니다. 이행할 필요가 없는 것으로 확인되었다면 승인자나 관리자가 사고 화면에서 사유를 적고 알림을 중지할 수 있습니다.

## 승인 요청

mail-approval-subject = 승인 요청: { $form } ({ $reference })
mail-approval-big = 승인이 필요합니다
mail-approval-lead = { $person } 님이 서식을 작성하고 다른 사람의 검토와 승인을 요청하였습니다.
mail-approval-note = 링크를 여는 것만으로는 승인되지 않습니다. 내용을 먼저 읽은 뒤 승인하거나, 사유를 적어 반려할 수 있습니다.

## 신고서 반려

mail-returned-subject = 반려(수정 요청): { $form } ({ $reference })
mail-returned-big = 반려되었습니다
mail-returned-lead = { $person } 님이 서식을 검토하고, 제출 전에 수정하도록 반려하였습니다.

## 초대

mail-invitation-subject = Dutyclock 사용 안내({ $organisation })
mail-invitation-big = 비밀번호를 설정해 주십시오
mail-invitation-lead = { $person } 님이 Dutyclock 사용 권한을 부여하였습니다. Dutyclock은 { $organisation }의 침해사고·개인정보 유출등 신고와 통지 기한을 관리하는 시스템입니다.
mail-invitation-action = 비밀번호 설정
mail-invitation-note = 링크는 한 번만 사용할 수 있습니다. 예상하지 못한 메일이라면 무시하셔도 됩니다. 비밀번호를 설정하지 않으면 아무도 로그인할 수 없습니다.

## 이행 완료

mail-met-subject-in-time = 기한 내 이행, 알림 종료: { $duty } ({ $reference })
mail-met-subject-inside = 숫자로 정한 기한 내 이행, 알림 종료: { $duty } ({ $reference })
mail-met-subject-late = { $late } 지연 이행, 알림 종료: { $duty } ({ $reference })
mail-met-subject-undecided = 이행 완료, 알림 종료: { $duty } ({ $reference })
mail-met-big = 이행 기록이 등록되었습니다
mail-met-lead = { $duty }: 이행 사실이 기록되어 이 의무에 대한 알림이 종료되었습니다.
mail-met-note = 이 사고의 다른 의무는 아직 진행 중일 수 있습니다. 사고 화면에서 확인하십시오.

## 시험

mail-test-subject = Dutyclock 시험 메일
mail-test-big = 메일이 정상적으로 전송됩니다
mail-test-lead = { $person } 님이 보낸 시험 메일입니다. 이 메일이 보인다면 기한 알림도 이 주소로 도착합니다.
mail-test-action = Dutyclock 열기
mail-reset-subject = Dutyclock: { $person } 님의 새 비밀번호 링크
mail-reset-big = { $person } 님의 새 비밀번호 링크
mail-reset-lead = { $by } 님의 요청으로 { $person } 님이 비밀번호를 새로 설정할 수 있는 링크를 만들었습니다. 요청한 사람이 없다면 { $by } 님에게 확인하고, 확인될 때까지 계정을 사용 중지하십시오.
mail-reset-action = 계정 열기

## 달력

mail-calendar-summary = 기한: { $duty } ({ $reference })
mail-calendar-summary-drill = [모의훈련] 기한: { $duty } ({ $reference })

mail-label-applies = 적용 여부
mail-undecided = 적용될 수 있습니다. 다음 사실이 확인되면 정해집니다: { $facts }
mail-label-start-basis = 기산점의 근거
mail-provisional = 의심 또는 외부 제보 단계이며, 더 확실한 시점이 기록될 때까지 잠정적으로 적용됩니다.
mail-start-unrecorded = 기록되어 있지 않아, 가능한 가장 이른 시점부터 잠정적으로 계산합니다. { $question }
mail-questions-subject = 미답변 질문 { $questions }건, 적용 가능 의무 { $duties }건 ({ $reference })
mail-questions-big = 답하지 않은 질문 { $questions }건
mail-questions-lead = 아래 답변에 따라 의무 { $duties }건의 적용 여부 또는 기산점이 정해집니다. 아직 확정된 의무는 아니며, 답변하면 기한이 시작되거나 적용 대상에서 제외됩니다.
mail-questions-nearest = 의무 { $duties }건이 달려 있으며, 적용되는 경우 가장 이른 기한은 { $due }입니다.
mail-questions-decides = 의무 { $duties }건이 달려 있으며, 기산할 시점이 기록되어 있지 않습니다.
mail-questions-note = 적용 여부가 불확실한 의무는 이 메일 한 통으로 묶어 안내합니다. 확실히 적용되는 의무는 따로 안내합니다.
mail-label-question = 질문
mail-label-law = 이 법령 자료에 없음
mail-law = { $places }. 법률자문을 받아 그 답변 또는 해당 없음의 사유를 기록하십시오.
mail-law-subject = 이 법령 자료에 없는 법: 법률자문 필요 ({ $reference })
mail-law-big = 법률자문이 필요합니다
mail-law-lead = 정보주체 또는 사업장이 있는 지역 중 법을 아직 검토하지 않은 곳이 있습니다. 그곳에서 신고나 통지가 필요한지, 언제까지인지는 알 수 없습니다.
mail-law-note = 각 지역에 대한 답변 또는 해당 없음의 사유가 기록될 때까지 정해진 간격으로 다시 보냅니다.
