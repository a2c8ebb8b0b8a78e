# 명령줄에 표시되는 문구.

command-set-up = 아직 등록된 계정이 없습니다. 다음 주소를 열어 초기 설정을 하십시오. 이 주소는 24시간 안에 한 번만 사용할 수 있습니다.
command-listening = 중지하려면 Ctrl-C를 누르십시오. Dutyclock 접속 주소: { $address }
command-mail-folder = 메일 서버가 설정되어 있지 않아 메일을 { $folder } 폴더에 파일로 저장합니다.
command-stopping = 진행 중인 작업을 마친 뒤 종료합니다. 즉시 종료하려면 Ctrl-C를 다시 누르십시오.
command-stopped = 종료되었습니다.
command-demo-loaded = 시연 자료를 불러왔습니다. 자료는 { $folder } 폴더에 있으며, 폴더를 지우면 처음부터 다시 시작할 수 있습니다.
command-demo-sign-in = 다음 주소 가운데 하나로 로그인하십시오. 비밀번호는 모두 같습니다.
command-demo-person = { $email }  { $role }, { $language }
command-demo-password = 비밀번호: { $password }
command-verified = 원장에 이상이 없습니다. 항목 수: { $count }
command-erased = 내용이 삭제된 항목 수: { $count } (해시 사슬은 그대로 이어집니다)
command-head = 원장의 마지막 해시(이전에 적어 둔 값과 비교하십시오): { $head }
command-all-fits = 데이터베이스, 파일, 색인, 계정, 알림이 원장과 일치합니다.
command-pages-unchecked = 이 PostgreSQL은 체크섬을 보관하지 않으므로, 데이터베이스 페이지는 사용된 부분만 읽었고 그 밖의 부분은 검사하지 않았습니다.
command-reindexed = 사고 { $count }건의 색인을 다시 만들었습니다.
command-account-added = { $name }({ $role }) 님은 이제 { $email } 주소로 로그인할 수 있습니다.
command-password = 비밀번호({ $count }자 이상, 화면에 표시되지 않습니다):
command-password-again = 비밀번호 다시 입력:
command-backup-done = 검사를 마친 사본을 { $path } 파일에 저장하였습니다. 본인만 읽을 수 있습니다.
