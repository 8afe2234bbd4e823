import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { RightsPart as Part } from '@/lib/rights/rights-page.data'
import type { Day } from '@/lib/shared/dates'
import { AskForm } from './ask-form'
import { AskedList } from './asked-list'
import { HoldsCard } from './holds-card'
import { RequestsCard } from './requests-card'

/** What the person asks of what is kept of them, what holds the file, and the word that it be erased. */
export const RightsPart = ({
  caseHeader,
  part,
  today,
}: {
  caseHeader: CaseHeader
  part: Part
  today: Day
}) => {
  const t = useTranslations('rights')
  const hasLegalHold = part.holds.some(({ lifted }) => lifted === null)
  return (
    <div className="grid max-w-2xl items-start gap-6">
      <RequestsCard
        caseId={caseHeader.id}
        people={[...caseHeader.people, ...caseHeader.former].map(({ id, names }) => ({
          value: id,
          label: names[0]?.text ?? t('request.unnamed'),
        }))}
        extracts={part.extracts}
        corrections={part.corrections}
        today={today}
      />
      <HoldsCard caseId={caseHeader.id} holds={part.holds} today={today} />
      <Section title={t('erase.title')}>
        <p className="text-sm text-muted">{t('erase.what')}</p>
        <p className="mt-1 mb-2 text-sm text-muted">{t('erase.device')}</p>
        {part.asked.length > 0 ? (
          <AskedList asked={part.asked} />
        ) : hasLegalHold ? (
          <p>{t('erase.held')}</p>
        ) : isClosed(caseHeader.status) ? (
          <AskForm caseIds={[caseHeader.id]} />
        ) : (
          <p>{t('erase.onlyClosed')}</p>
        )}
      </Section>
    </div>
  )
}
