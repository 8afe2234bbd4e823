import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref, referralSheetHref } from '@/components/cases/file-frame'
import { Explanations } from '@/components/countries/explanations'
import { FileReferrals } from '@/components/referrals/file-referrals'
import { ConflictFold } from '@/components/trafficking/conflict-fold'
import { Contradictions } from '@/components/trafficking/contradictions'
import { TraffickingLink } from '@/components/trafficking/trafficking-link'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { minority } from '@/lib/people/minority.rules'
import { findRecipient } from '@/lib/referrals/body.data'
import { toHelp } from '@/lib/referrals/help.schema'
import { emptyReferral } from '@/lib/referrals/referral.view'
import { enter, one } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'
import { readReferralsPage } from '@/lib/summaries/referral-page.data'

export default enter({
  permission: 'case:read',
  words: ['referrals', 'trafficking'],
  load: async (work, request) => ({
    data: await readReferralsPage(work, request),
    to: await findRecipient(work, HERE, one(request.search.to) ?? ''),
    help: toHelp(request.search),
    explanations: await listExplanations(work, HERE),
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, to, help, explanations }, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    const people = sheet.people.map(({ id, names }) => ({ value: id, label: names[0]?.text ?? sheet.code }))
    const [first] = people
    const canEdit = toRights(actor, sheet).canEdit && first !== undefined
    return (
      <FileFrame sheet={sheet} part="referrals" today={dayOf(now)}>
        <FileReferrals
          part={part}
          people={people}
          sheetHref={referralSheetHref(sheet)}
          fields={canEdit ? emptyReferral(sheet.id, first.value, to) : null}
          today={dayOf(now)}
          wanted={{
            ...help,
            isMinor: sheet.people.some(({ ageClaims }) => minority(ageClaims, dayOf(now)).treatedAsMinor),
          }}
          href={fileHref(sheet, 'referrals')}
          help={<Explanations explanations={explanations} beside="referral" />}
          drawHeldBack={({ row, contradictions }) => (
            <Contradictions
              contradictions={contradictions}
              answersHref={fileHref(sheet, 'trafficking')}
              urgencyHref={`${fileHref(sheet, 'referrals')}#referral-${row.subjectId}`}
            />
          )}
        >
          {canEdit && sheet.secrecy === 'open' ? (
            <TraffickingLink href={fileHref(sheet, 'trafficking')} />
          ) : null}
          {canEdit ? <ConflictFold /> : null}
        </FileReferrals>
      </FileFrame>
    )
  },
})
