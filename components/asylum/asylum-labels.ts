import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { useWhenLabels, type whenLabels } from '@/components/ui/when-labels'
import type { AsylumEvent } from '@/lib/asylum/event.rules'
import type { Moment } from '@/lib/asylum/moment.rules'
import type { Way } from '@/lib/asylum/vocabulary.rules'

type Named = Pick<AsylumEvent, 'kind' | 'outcome' | 'form'>
type Dated = Pick<AsylumEvent, 'on' | 'notifiedOn'>

type Translator = ReturnType<typeof useTranslations<'asylum'>>

/** Codes and days of the procedure in words. */
export const asylumLabels = (t: Translator, labels: ReturnType<typeof whenLabels>, locale: string) => {
  /** "Appeal to the Council, full jurisdiction"; "Decision of the CGRS: both statuses refused". */
  const name = ({ kind, outcome, form }: Named): string => {
    const said = t(`kind.${kind}`)
    const where = form === null ? said : t('namedForm', { kind: said, form: t(`form.${form}`) })
    return outcome === null ? where : t('named', { kind: where, outcome: t(`outcome.${outcome}`) })
  }
  /** What a timeline says of an event, or of a row beside the procedure. */
  const said = (of: Omit<Named, 'form'> | Moment): string => {
    if ('kind' in of) return name({ ...of, form: null })
    if (of.what !== 'matter') return t(`moment.${of.what}`)
    return t('matter.says', { matter: t(`matter.name.${of.matter}`), step: t(`matter.step.${of.step}`) })
  }
  const day = ({ on, notifiedOn }: Dated): string => {
    if (notifiedOn !== null) return formatTime(locale, notifiedOn, 'day')
    return on === null ? t('onUnknown') : labels.say(on)
  }
  return {
    t,
    name,
    said,
    day,
    wayName: ({ way, sequence }: { way: Way; sequence: number | null }): string =>
      sequence === null ? t(`way.${way}`) : `${t(`way.${way}`)} · ${t('sequence', { number: sequence })}`,
    when: labels.say,
    date: (at: Date | string) => formatTime(locale, at, 'day'),
    /** The name with its day, where one event is named beside another. */
    named: (event: Named & Dated) => t('namedOn', { event: name(event), on: day(event) }),
  }
}

export const useAsylumLabels = () => asylumLabels(useTranslations('asylum'), useWhenLabels(), useLocale())
