import { filePage } from '@/components/cases/file-page'
import { SharingPage } from '@/components/cases/sharing-page'
import { GuestsCard } from '@/components/circles/guests-card'
import { MemberAccess, MembersMore } from '@/components/circles/members-card'
import { OutsideLines } from '@/components/referrals/outside-lines'
import { mayInvite } from '@/lib/cases/file.view'
import { alongside, readSharingPage } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { listReferrals } from '@/lib/referrals/referral.data'

export default filePage('sharing', {
  messages: ['circles.guest', 'circles.member', 'circles.unseal'],
  load: async (work, request) =>
    alongside(await readSharingPage(work, request), async (caseHeader) => ({
      referrals: (await listReferrals(work, caseHeader.id)).current,
    })),
  show: ({ caseHeader: sheet, part, rights, actor, today }) => (
    <SharingPage
      caseHeader={sheet}
      part={part}
      rights={rights}
      today={today}
      accessOf={(staffId) => (
        <MemberAccess
          caseId={sheet.id}
          members={part.circle.members.filter((member) => member.staffId === staffId)}
          me={actor.id}
          canEdit={rights.canEdit}
          canInvite={mayInvite(actor, sheet)}
        />
      )}
      more={
        <MembersMore
          caseId={sheet.id}
          secrecy={sheet.secrecy}
          part={part.circle}
          canEdit={rights.canEdit}
          canInvite={mayInvite(actor, sheet)}
        />
      }
      guests={
        <GuestsCard
          caseId={sheet.id}
          guests={part.guests}
          accounts={part.accounts}
          canInvite={mayInvite(actor, sheet)}
        />
      }
      outside={
        <OutsideLines
          referrals={part.referrals}
          href={fileHref(sheet, 'referrals')}
          canAdd={rights.canEdit}
        />
      }
    />
  ),
})
