import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DropDown } from '@/components/ui/drop-down'
import { Link } from '@/components/ui/link'
import { Picks } from '@/components/ui/picks'
import { formatTime } from '@/components/ui/time'
import { DIMENSION_IDS, type DimensionId } from '@/lib/reporting/dimension.rules'
import { FIGURE_IDS, figureOf } from '@/lib/reporting/figure.rules'
import { CHAPTERS } from '@/lib/reporting/figure-kind.rules'
import {
  canBreak,
  MOST_CONDITIONS,
  officesOf,
  toColumnText,
  toOnlyText,
  toSearch,
} from '@/lib/reporting/question.rules'
import type { Report } from '@/lib/reporting/report.data'
import { periodOf, periodsOf } from '@/lib/reporting/table.view'
import type { Wording } from '@/lib/reporting/wording.view'
import type { Day } from '@/lib/shared/dates'
import { OwnConditions, OwnPicks } from './own-field-choices'

/** The question of a report as chips, each of which opens what may stand there instead. Works without a script. */
export const QuestionForm = ({ report, wording }: { report: Report; wording: Wording }) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const { question, reaches, names, today } = report
  const reachable = officesOf(names, question.reach)
  const day = (one: Day): string => formatTime(locale, one, 'day')
  const chosen = question.columns.map(toColumnText)
  const offices = names.offices.filter(({ id }) => question.offices.includes(id)).map(({ name }) => name)
  const canBreakSome = (id: DimensionId): boolean =>
    question.columns.some(({ figure }) => canBreak(figure, id))
  const breaks = DIMENSION_IDS.codes.filter(canBreakSome)
  // What is asked no more is offered where it is chosen, so that the rest of the question can be changed.
  const conditions = question.only.map((only) => only.dimension)
  const isNamed = (id: DimensionId): boolean => [question.by, question.split, ...conditions].includes(id)
  const fields = names.own.filter(({ id, isAsked }) => canBreakSome(id) && (isAsked || isNamed(id)))
  const own = fields.map(({ id }) => id)
  const dimension = (id: DimensionId): readonly [string, string] => [id, wording.dimension(id)]
  return (
    <form action="/reports" autoComplete="off" className="filter-strip items-start">
      <DropDown look="chip" label={periodOf(question, day, t)}>
        <ul className="grid">
          {periodsOf(today).map(([name, period]) => (
            <li key={name}>
              <Link
                href={`/reports?${toSearch({ ...question, ...period })}`}
                className="inline-flex min-h-11 items-center sm:min-h-8"
              >
                {t(`change.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
        <div className="mt-2 grid gap-2">
          <DayField name="from" label={t('change.from')} value={question.from} />
          <DayField name="until" label={t('change.until')} value={question.until} />
        </div>
        <Apply />
      </DropDown>
      {reaches.length > 1 ? (
        <DropDown look="chip" label={t(`reach.${question.reach}`)}>
          <Picks
            legend={t('reach.label')}
            type="radio"
            name="reach"
            options={reaches.map((reach) => [reach, t(`reach.${reach}`)])}
            chosen={[question.reach]}
          />
          <Apply />
        </DropDown>
      ) : (
        <input type="hidden" name="reach" value={question.reach} />
      )}
      {reachable.length > 1 && question.reach !== 'own' ? (
        <DropDown
          look="chip"
          label={
            offices.length > 0
              ? offices.join(', ')
              : t(reaches.length > 1 ? 'change.offices' : 'change.allOffices')
          }
        >
          <Picks
            legend={t('change.offices')}
            name="office"
            options={reachable.map(({ id, name }) => [id, name])}
            chosen={question.offices}
          />
          <Apply />
        </DropDown>
      ) : null}
      <DropDown look="chip" label={t('change.by', { by: wording.dimension(question.by) })}>
        <Picks
          legend={t('change.rows')}
          type="radio"
          name="by"
          options={breaks.map(dimension)}
          chosen={[question.by]}
        />
        <OwnPicks name="by" options={own.map(dimension)} chosen={question.by} />
        <Apply />
      </DropDown>
      <DropDown look="dashed" label={<Plus>{t('change.columns')}</Plus>}>
        <div className="max-h-96 gap-x-8 overflow-y-auto sm:columns-2">
          {CHAPTERS.codes.map((chapter) => (
            <Picks
              key={chapter}
              legend={t(`chapter.${chapter}`)}
              name="column"
              options={FIGURE_IDS.codes
                .filter((figure) => figureOf(figure).chapter === chapter)
                .map((figure) => [figure, t(`figure.${figure}.name`)])}
              chosen={chosen}
            />
          ))}
          {question.columns.some(({ only }) => only !== null) ? (
            <Picks
              legend={t('change.only')}
              name="column"
              options={question.columns
                .filter(({ only }) => only !== null)
                .map((column) => [toColumnText(column), wording.column(column)])}
              chosen={chosen}
            />
          ) : null}
        </div>
        <Apply />
      </DropDown>
      {question.columns.length === 1 ? (
        <DropDown
          look="dashed"
          isAtEnd
          label={
            <Plus>{question.split === null ? t('change.split') : wording.dimension(question.split)}</Plus>
          }
        >
          <Picks
            legend={t('change.split')}
            type="radio"
            name="split"
            options={[['', t('change.none')], ...breaks.filter((id) => id !== question.by).map(dimension)]}
            chosen={[question.split ?? '']}
          />
          <OwnPicks
            name="split"
            options={own.filter((id) => id !== question.by).map(dimension)}
            chosen={question.split}
          />
          <Apply />
        </DropDown>
      ) : null}
      {fields.length === 0 || question.only.length >= MOST_CONDITIONS ? null : (
        <DropDown look="dashed" isAtEnd label={<Plus>{t('change.only')}</Plus>}>
          <OwnConditions fields={fields.filter(({ id }) => !conditions.includes(id))} wording={wording} />
          <Apply />
        </DropDown>
      )}
      {question.only.map((only) => (
        <label
          key={toOnlyText(only)}
          className="inline-flex min-h-11 items-center gap-1.5 text-sm sm:min-h-9"
        >
          <input autoComplete="off" type="checkbox" name="only" value={toOnlyText(only)} defaultChecked />
          {t('columnOnly', {
            figure: wording.dimension(only.dimension),
            value: wording.value(only.dimension, only.value),
          })}
        </label>
      ))}
    </form>
  )
}

const Plus = ({ children }: { children: ReactNode }) => (
  <>
    <span aria-hidden="true" className="me-1">
      +
    </span>
    {children}
  </>
)

const DayField = ({ name, label, value }: { name: string; label: string; value: Day }) => (
  <label className="grid gap-1 text-sm font-semibold">
    {label}
    <input type="date" name={name} defaultValue={value} autoComplete="off" className="field font-normal" />
  </label>
)

const Apply = () => {
  const t = useTranslations('reporting')
  return (
    <div className="mt-3">
      <Button type="submit" size="small">
        {t('change.apply')}
      </Button>
    </div>
  )
}
