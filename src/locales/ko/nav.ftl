### 모든 화면의 틀.

nav-label = 주 메뉴
nav-board = 현황판
nav-incidents = 사고
nav-outbox = 발신함
nav-rules = 법령
nav-what-applies = 적용 법령 검토
nav-organisation = 조직
nav-people = 사용자
frame-skip = 본문으로 건너뛰기
frame-language = 언어
frame-theme = 밝은 화면과 어두운 화면 전환
frame-sign-out = 로그아웃
frame-notices = 알림
frame-clock = 기준 시각
