import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Fact } from '@/lib/countries/fact.rules'
import type { EnteredFigure } from '@/lib/countries/newer.data'
import { sayPeriod } from '@/lib/countries/newer.rules'
import { formatDay } from '@/lib/countries/wording.rules'
import { AnswerFigure } from './answer-figure'
import { FactLink, FactPeriod, SourceLink } from './fact-labels'
import { useFigure } from './use-figure'

const LOOK = { asked: 'info', agreed: 'plain', refused: 'late', withdrawn: 'late' } as const

/** What admins entered, each beside the figure that stands, with who said what of it. */
export const EnteredList = ({
  entered,
  facts,
}: {
  entered: readonly EnteredFigure[]
  facts: readonly Fact[]
}) => {
  const bySlug = new Map(facts.map((fact) => [fact.slug, fact]))
  return (
    <ul className="mt-2 border-t border-hair">
      {entered.map((one) => (
        <li key={one.id} className="border-b border-hair py-3">
          <Entered one={one} fact={bySlug.get(one.fact) ?? null} />
        </li>
      ))}
    </ul>
  )
}

const Entered = ({ one, fact }: { one: EnteredFigure; fact: Fact | null }) => {
  const t = useTranslations('countries')
  const common = useTranslations('common')
  const locale = useLocale()
  const figure = useFigure()
  const {
    value,
    valueMin,
    valueMax,
    qualifier,
    state,
    source,
    address,
    sourceOn,
    note,
    reason,
    enteredBy,
    enteredOn,
    answeredBy,
    withdrawnBy,
    isAlone,
  } = one
  const by = withdrawnBy ?? answeredBy
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {fact === null ? <span>{t('upkeep.gone', { fact: one.fact })}</span> : <FactLink fact={fact} />}
        <Tag kind={LOOK[state]}>{t(`upkeep.state.${state}`)}</Tag>
        {isAlone ? <Tag kind="late">{t('upkeep.alone')}</Tag> : null}
      </p>
      {fact === null ? null : (
        <p>
          <strong className="num">{figure({ ...fact, value, valueMin, valueMax, qualifier })}</strong>,{' '}
          {sayPeriod(one.periodStart, one.periodEnd)[locale]}
          {state === 'asked' ? (
            <span className="block text-muted">
              {t('upkeep.current')}
              {common('colon')} {figure(fact)}, <FactPeriod fact={fact} />
            </span>
          ) : null}
        </p>
      )}
      <p className="text-sm">
        <SourceLink fact={{ address }}>
          {source} ({formatDay(sourceOn, locale)})
        </SourceLink>
      </p>
      {note === null ? null : (
        <p dir="auto" className="text-sm text-muted">
          {note}
        </p>
      )}
      <p className="text-sm text-muted">
        {t('upkeep.by', { name: enteredBy, when: formatDay(enteredOn, locale) })}
        {by === null ? null : ` · ${t(`upkeep.word.${state === 'asked' ? 'agreed' : state}`, { name: by })}`}
      </p>
      {reason === null ? null : (
        <p dir="auto" className="text-sm">
          {t('upkeep.because', { reason })}
        </p>
      )}
      {state === 'asked' && one.isMine ? <p className="text-sm">{t('upkeep.second')}</p> : null}
      {state === 'asked' || state === 'agreed' ? (
        <AnswerFigure
          figureId={one.id}
          mayAgree={state === 'asked' && !one.isMine}
          mayRefuse={state === 'asked' && !one.isMine}
        />
      ) : null}
    </>
  )
}
