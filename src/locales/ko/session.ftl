### 로그인, 최초 설정, 초대, 내 계정, 보관된 입력 내용.

sign-in-title = 로그인
sign-in-do = 로그인
sign-in-wrong = 전자우편 주소와 비밀번호가 서로 맞지 않습니다. 두 항목을 확인한 뒤 다시 시도해 주십시오.
sign-in-wait = 로그인을 너무 여러 번 시도하였습니다. 다음 시간이 지난 뒤 다시 시도해 주십시오: { $wait }
sign-in-first = 로그인한 사용자만 볼 수 있는 화면입니다.
sign-in-ended = 로그인이 종료되었습니다. 입력한 내용은 그대로 보관되어 있으며, 로그인하면 다시 표시됩니다.
sign-in-stale = 이 화면이 너무 오래 열려 있었습니다. 비밀번호를 입력하여 다시 로그인해 주십시오.
sign-in-kept = 입력한 내용은 이 화면에 보관되어 있으며, 로그인하면 함께 전달됩니다.
sign-in-forgotten = 비밀번호를 잊은 경우 조직의 관리자에게 새 링크를 요청해 주십시오.

welcome-back-title = 입력한 내용입니다
welcome-back-text = 저장되기 전에 로그인이 종료되었습니다. 내용을 확인한 뒤 다시 보내 주십시오.
welcome-back-leave = 보내지 않고 계속하기

kept-title = 입력한 내용
kept-nothing-visible = 별도로 입력한 내용은 없습니다. 그대로 다시 보낼 수 있습니다.
kept-send = 다시 보내기
kept-next = 아무것도 저장되지 않았습니다. 입력한 내용은 그대로 남아 있으니 아래 버튼으로 다시 보내 주십시오.

set-up-title = Dutyclock 최초 설정
set-up-text = 첫 번째 사용자로 등록됩니다. 이 계정으로 시스템 전체를 관리하며, 다른 사용자는 이후에 추가할 수 있습니다. 이 링크는 한 번만 사용할 수 있습니다.
set-up-do = 계정 만들기
invitation-title = 비밀번호 설정
invitation-text = { $name } 님, 환영합니다. 로그인에 사용할 전자우편 주소: { $email }
invitation-do = 비밀번호를 저장하고 로그인

account-title = 내 계정
account-language-hint = 언어는 모든 화면의 위쪽에서 선택할 수 있습니다. 알림 메일도 같은 언어로 작성됩니다.
account-password = 비밀번호
account-current = 현재 비밀번호
account-password-do = 비밀번호 변경
account-password-changed = 비밀번호를 변경하였습니다. 다른 기기의 로그인은 모두 종료되었습니다.

person-name = 성명
person-email = 전자우편 주소
person-email-hint = 로그인에 사용하며, 알림 메일도 이 주소로 발송됩니다.
person-password = 비밀번호
person-new-password = 새 비밀번호
person-password-again = 새 비밀번호 확인
person-password-hint = 12자 이상 입력해 주십시오. 여러 단어를 이어 쓰면 기억하기 쉽고 추측하기 어렵습니다.
person-lang = 언어
person-role = 역할
