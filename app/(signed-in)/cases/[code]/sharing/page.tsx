import { filePage } from '@/components/cases/file-page'
import { SharingPage } from '@/components/cases/sharing-page'
import { GuestsCard } from '@/components/circles/guests-card'
import { MembersCard } from '@/components/circles/members-card'
import { mayInvite } from '@/lib/cases/file.view'
import { readSharingPage } from '@/lib/cases/file-page.data'

export default filePage('sharing', {
  messages: ['circles'],
  load: readSharingPage,
  show: ({ caseHeader: sheet, part, rights, actor }) => (
    <SharingPage
      caseHeader={sheet}
      sharing={part}
      circle={
        <>
          <MembersCard
            caseId={sheet.id}
            secrecy={sheet.secrecy}
            part={part.circle}
            me={actor.id}
            canEdit={rights.canEdit}
            canInvite={mayInvite(actor, sheet)}
          />
          <GuestsCard
            caseId={sheet.id}
            guests={part.guests}
            accounts={part.accounts}
            canInvite={mayInvite(actor, sheet)}
          />
        </>
      }
    />
  ),
})
