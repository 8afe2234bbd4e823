import { useTranslations } from 'next-intl'
import { InlineLink } from '@/components/ui/inline-link'
import { Notice } from '@/components/ui/notice'
import { type Contradiction, isOfAnswers } from '@/lib/trafficking/sheet.rules'

/** Which two statements disagree, and where each is put right. A sheet with any of them does not leave. */
export const Contradictions = ({
  contradictions,
  answersHref,
  urgencyHref,
}: {
  contradictions: readonly Contradiction[]
  answersHref: string
  urgencyHref: string
}) => {
  const t = useTranslations('trafficking')
  const errors = useTranslations('errors')
  if (contradictions.length === 0) return null
  return (
    <Notice kind="error" title={t('contradicts')}>
      <ul className="grid gap-1">
        {contradictions.map((one) => (
          <li key={one}>
            {errors(one)}{' '}
            <InlineLink href={isOfAnswers(one) ? answersHref : urgencyHref}>
              {t(isOfAnswers(one) ? 'contradictsAnswers' : 'contradictsUrgency')}
            </InlineLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
