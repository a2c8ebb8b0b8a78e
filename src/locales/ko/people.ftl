### 사용자.

people-title = 사용자
people-caption = 계정이 있는 모든 사용자
people-state = 계정 상태
people-state-active = 사용 중
people-state-invited = 초대됨, 비밀번호 미설정
people-state-off = 사용 중지
people-add = 사용자 추가
people-add-text = 추가된 사용자는 비밀번호를 설정할 링크를 메일로 받습니다. 링크는 이 화면에도 한 번 표시됩니다.
people-add-do = 추가하고 초대
people-change = 역할과 알림 수신
people-changed = 변경하였습니다: { $name }
people-invite = 새 링크
people-invite-text = 이 사용자가 비밀번호를 설정할 수 있는 링크를 보냅니다. 이전 링크는 더 이상 사용할 수 없습니다. 이미 비밀번호가 있는 사용자에게는 메일로만 발송되며 다른 관리자에게도 알립니다.
people-invite-do = 새 링크 보내기
invited-title = 초대 메일을 발송합니다
invited-text = 링크를 담은 메일을 발송 대기열에 등록하였습니다. 메일이 도착하지 않으면 다음 링크를 다른 방법으로 전달해 주십시오:
invited-once = 링크는 지금만 표시됩니다. 7일 동안 한 번만 사용할 수 있습니다.
invited-before = 방금 같은 양식으로 이미 초대했습니다. 링크는 그때 한 번 표시되었고 어디에도 보관되지 않으며, 메일로도 발송됩니다.
people-reset = 새 비밀번호를 설정할 링크는 { $name } 님에게 메일로만 발송됩니다. 다른 관리자에게도 알립니다.
invited-back = 사용자 목록으로
person-role-hint = 관리자는 시스템 전체를 관리하고, 담당자는 기록과 신고를 하며, 승인자는 신고서를 승인하고 알림을 중지할 수 있습니다. 열람자는 읽기만 할 수 있습니다.
person-warned = 이 사용자에게 기한 알림을 보냄
person-warned-short = 알림 수신
person-active = 로그인 허용
person-active-hint = 선택을 해제하면 진행 중인 로그인이 즉시 종료됩니다. 기록에 이름이 남아 있으므로 계정 자체는 삭제되지 않습니다.
