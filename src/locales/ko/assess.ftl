### 터미널에 표시하는 검토 결과.

assess-case = 사례: { $name }
assess-at = 검토 기준 시점: { $moment } ({ $zone })
assess-as-of = { $moment }까지 일어난 일만 반영함
assess-on = { $date }에 시작된 것으로 보아 모든 날짜를 그만큼 옮김
assess-overdue = 기한 경과: { $duty } ({ $act }): { $standing }, 기한 { $due }
assess-no-overdue = 기한 경과: 적용이 확인된 의무 중에는 없음
assess-late = 기한 후 이행: { $duty } ({ $act }): { $standing }, 기한 { $due }
assess-next = 다음 기한: { $duty } ({ $act }): { $due }, { $standing }
assess-no-next = 다음 기한: 적용이 확인된 의무 중에는 없음
assess-more = 그 밖에 { $count }건(아래 참조)
assess-unstarted = { $count ->
    [one] 기산점 없음: { $duty } 적용됨. 기록이 필요한 것: { $what }
   *[other] 기산점 없음: { $duty } 등 { $count }건 적용됨. 기록이 필요한 것: { $what }
}
assess-question = 답할 질문: { $fact }. { $bears }
assess-question-due = 답할 질문: { $fact }. { $bears } 적용되는 경우 가장 이른 기한은 { $due }입니다.
assess-no-question = 답할 질문: 적용 여부를 바꿀 것이 없음
assess-act = { $act } ({ $id }). { $confidence }, 검토일 { $date }
assess-answer = 적용 여부
assess-settle = 확인이 필요한 사실: { $facts }
assess-settle-by = , { $moment }까지
assess-in-force-from = { $answer }, { $date } 시행
assess-instance = 대상
assess-to = 상대방
assess-provisional = { $start }, 잠정. { $why }
assess-stands = 현황
assess-besides = 참고
assess-waits = 대기 중인 것
assess-otherwise = 다른 기산점
assess-from = { $start } 기준: { $standing }
assess-cost = 제재
assess-consequence = 위반 시
assess-pending = 시행 예정
assess-because = 근거
assess-unless = 예외: { $words }
assess-open = 다음 사실에 따라 적용될 수 있는 법령 { $count }건({ $facts }): { $acts }
assess-open-otherwise = 적용될 수 있는 법령 { $count }건: { $acts }
assess-aside = 다음 사실에 따라 적용되지 않는 법령 { $count }건({ $facts }): { $acts }
assess-aside-otherwise = 적용되지 않는 법령 { $count }건: { $acts }
assess-gaps = 이 라이브러리에 없음: { $places }
assess-gaps-known = 존재가 알려진 법령: { $acts }
assess-gap-open = 미확인: { $place }: { $what }
assess-gap-part = 이 라이브러리에 일부만 있음: { $place }: { $what }
assess-gap-asks = 답할 질문: { $fact }.
assess-gaps-open = 이는 이 라이브러리에 있는 법령에 한한 것입니다. 라이브러리에 없는 법령은 위에 표시되어 있으며, 그 법령에 따른 의무가 더 있을 수 있습니다.
