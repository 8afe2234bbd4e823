import { filePage } from '@/components/cases/file-page'
import { Explanations } from '@/components/countries/explanations'
import { FileReferrals } from '@/components/referrals/file-referrals'
import { ConflictFold } from '@/components/trafficking/conflict-fold'
import { Contradictions } from '@/components/trafficking/contradictions'
import { TraffickingLink } from '@/components/trafficking/trafficking-link'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref, referralSheetHref } from '@/lib/cases/file-part.view'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { minority } from '@/lib/people/minority.rules'
import { findRecipient } from '@/lib/referrals/body.data'
import { toHelp } from '@/lib/referrals/help.schema'
import { emptyReferral } from '@/lib/referrals/referral.view'
import { HERE } from '@/lib/shared/here'
import { meant, textOf } from '@/lib/shared/search'
import { readReferralsPage } from '@/lib/summaries/referral-page.data'

export default filePage('referrals', {
  messages: ['referrals', 'trafficking'],
  load: async (work, request) =>
    alongside(await readReferralsPage(work, request), async () => {
      const to = await findRecipient(work, HERE, textOf(request.search, 'to') ?? '')
      meant(request.search, 'to', () => to.bodySlug || to.to || null)
      return { to, help: toHelp(request.search), explanations: await listExplanations(work, HERE) }
    }),
  show: ({ caseHeader: sheet, part, rights, today }) => {
    const people = sheet.people.map(({ id, names }) => ({ value: id, label: names[0]?.text ?? sheet.code }))
    const [first] = people
    const canEdit = rights.canEdit && first !== undefined
    return (
      <FileReferrals
        part={part}
        people={people}
        sheetHref={referralSheetHref(sheet)}
        fields={canEdit ? emptyReferral(sheet.id, first.value, part.to) : null}
        today={today}
        wanted={{
          ...part.help,
          isMinor: sheet.people.some(({ ageClaims }) => minority(ageClaims, today).treatedAsMinor),
        }}
        href={fileHref(sheet, 'referrals')}
        help={<Explanations explanations={part.explanations} beside="referral" />}
        drawWithheld={({ row, contradictions }) => (
          <Contradictions
            contradictions={contradictions}
            answersHref={`${fileHref(sheet, 'trafficking')}&step=safety#account`}
            urgencyHref={`${fileHref(sheet, 'referrals')}#referral-${row.subjectId}`}
          />
        )}
      >
        {canEdit && sheet.secrecy === 'open' ? (
          <TraffickingLink href={fileHref(sheet, 'trafficking')} />
        ) : null}
        {canEdit ? <ConflictFold /> : null}
      </FileReferrals>
    )
  },
})
