import { useLocale, useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { ReportedMistake } from '@/lib/countries/mistake.rules'
import { formatDay, inLanguage } from '@/lib/countries/wording.rules'
import { AnswerMistake } from './answer-mistake'
import { SourceLink } from './fact-labels'

/** What was reported, each with what was done about it; an admin answers what waits. */
export const MistakeList = ({
  mistakes,
  canAnswer,
}: {
  mistakes: readonly ReportedMistake[]
  canAnswer: boolean
}) => (
  <ul className="mt-2 border-t border-hair">
    {mistakes.map((one) => (
      <li key={one.id} className="border-b border-hair py-3">
        <OneMistake one={one} />
        {canAnswer && one.outcome === null ? <Answer one={one} /> : null}
      </li>
    ))}
  </ul>
)

const Answer = ({ one }: { one: ReportedMistake }) => {
  const t = useTranslations('countries.mistakes')
  return (
    <Fold label={t('answer')} of={one.words.slice(0, 60)}>
      <AnswerMistake mistakeId={one.id} />
    </Fold>
  )
}

const OneMistake = ({ one }: { one: ReportedMistake }) => {
  const t = useTranslations('countries.mistakes')
  const locale = useLocale()
  const { subject, slug, words, address, by, on, outcome, answer, answeredBy } = one
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {subject === null ? (
          <span>{slug}</span>
        ) : (
          <TextLink href={subject.href}>{inLanguage(subject.label, locale)}</TextLink>
        )}
        <Tag kind={outcome === null ? 'info' : 'done'}>{t(`state.${outcome ?? 'waits'}`)}</Tag>
      </p>
      <FreeText text={words} />
      {address === null ? null : (
        <p className="text-sm">
          <SourceLink fact={{ address }}>{address}</SourceLink>
        </p>
      )}
      <p className="text-sm text-muted">{t('by', { name: by, when: formatDay(on, locale) })}</p>
      {answer === null ? null : (
        <p dir="auto" className="whitespace-pre-wrap border-s-2 border-accent-edge ps-3 wrap-anywhere">
          {answer} <span className="text-sm text-muted">{answeredBy}</span>
        </p>
      )}
    </>
  )
}
