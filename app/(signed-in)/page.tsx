import { cookies } from 'next/headers'
import { StayEnded } from '@/components/circles/stay-ended'
import { FIRST_STEPS_COOKIE, FirstSteps } from '@/components/help/first-steps'
import { AffectedNotice } from '@/components/statistics/affected-notice'
import { AnswersNotice, isPressing } from '@/components/statistics/answers-notice'
import { PhoneLine } from '@/components/submissions/phone-line'
import { StateNotice } from '@/components/system/state-notice'
import { TodayPage } from '@/components/today/today-page'
import { can } from '@/lib/access/can'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { says } from '@/lib/shared/search'
import { readAnswersMissing } from '@/lib/statistics/answers.data'
import { readAffected, readLastFrozen } from '@/lib/statistics/desk.data'
import { readRequests } from '@/lib/statistics/request-desk.data'
import { readPhoneState } from '@/lib/submissions/phone-state.data'
import { readFacts } from '@/lib/system/facts.data'
import { countAt } from '@/lib/system/state.rules'
import { listFirstSteps } from '@/lib/today/first-steps.data'
import { getToday, toShownIds } from '@/lib/today/today.data'

export default enter({
  permission: 'session:own',
  messages: ['drafts.state', 'submissions.phone'],
  load: async (work, request) => ({
    shown: await getToday(work, request.isDiscreet),
    isStayEnded: can(work.actor, 'part:read') && says(request.search, 'ended', '1'),
    frozen: can(work.actor, 'statistics:read') ? await readLastFrozen(work) : null,
    asked: can(work.actor, 'statistics:read')
      ? (await readRequests(work)).requests.filter(({ state }) => state === 'asked').length
      : 0,
    missing: await readAnswersMissing(work),
    urgent: can(work.actor, 'system:read') ? countAt(await readFacts(work), 'now') : 0,
    affected: can(work.actor, 'statistics:export') ? await readAffected(work) : 0,
    phone: can(work.actor, 'visit:record') ? await readPhoneState(work) : null,
    steps:
      (await cookies()).get(FIRST_STEPS_COOKIE)?.value === work.actor.id ? [] : await listFirstSteps(work),
  }),
  audit: ({ shown }) => ({ event: 'case.listed', caseIds: toShownIds(shown), more: false }),
  show: ({ shown, frozen, asked, urgent, affected, missing, phone, steps, isStayEnded }, { actor, now }) => {
    const answers =
      missing === null ? null : <AnswersNotice missing={missing} isAbout={actor.role === 'admin'} />
    const isAnswersNow = missing !== null && isPressing(missing)
    return (
      <TodayPage
        shown={shown}
        today={dayOf(now)}
        staffId={actor.id}
        frozen={frozen}
        asked={asked}
        below={isAnswersNow ? null : answers}
        above={
          <>
            {isStayEnded ? <StayEnded /> : null}
            {urgent > 0 ? <StateNotice count={urgent} /> : null}
            {affected > 0 ? <AffectedNotice count={affected} /> : null}
            {isAnswersNow ? answers : null}
            {phone === null ? null : <PhoneLine {...phone} />}
            <FirstSteps steps={steps} account={actor.id} isWorker={can(actor, 'case:read')} />
          </>
        }
      />
    )
  },
})
