import { FileChoicePage } from '@/components/cases/file-choice'
import { SharingPage } from '@/components/cases/sharing-page'
import { GuestsCard } from '@/components/circles/guests-card'
import { MembersCard } from '@/components/circles/members-card'
import { mayInvite, toRights } from '@/lib/cases/file.view'
import { readSharingPage, toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: ['circles'],
  load: readSharingPage,
  audit: toOpened,
  show: (data, { actor, now }) =>
    data.type === 'choice' ? (
      <FileChoicePage data={data} />
    ) : (
      <SharingPage
        sheet={data.sheet}
        sharing={data.part}
        rights={toRights(actor, data.sheet)}
        circle={
          <>
            <MembersCard
              caseId={data.sheet.id}
              secrecy={data.sheet.secrecy}
              part={data.part.circle}
              me={actor.id}
              canEdit={toRights(actor, data.sheet).canEdit}
              canInvite={mayInvite(actor, data.sheet)}
            />
            <GuestsCard
              caseId={data.sheet.id}
              guests={data.part.guests}
              accounts={data.part.accounts}
              canInvite={mayInvite(actor, data.sheet)}
            />
          </>
        }
        today={dayOf(now)}
      />
    ),
})
