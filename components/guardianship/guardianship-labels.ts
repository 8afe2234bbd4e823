import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { useWhenLabels, type whenLabels } from '@/components/ui/when-labels'
import type { listWords } from '@/lib/cases/word.data'
import { type Option, toWords } from '@/lib/cases/word.view'
import { CONSENTS, FACTORS, INFORMED, PHASES, WORRYING } from '@/lib/guardianship/details.rules'
import type { EventRow } from '@/lib/guardianship/event.data'
import type { GuardianshipEvent } from '@/lib/guardianship/event.rules'
import { SHAPES } from '@/lib/guardianship/shape.rules'
import { lowestOf, toTested } from '@/lib/guardianship/tested.rules'
import {
  CHANNELS,
  type Form,
  type Outcome,
  SHEET_PARTS,
  SOLUTION_STEPS,
  TOLD_TO,
} from '@/lib/guardianship/vocabulary.rules'
import { MISTAKES } from '@/lib/registers/register.rules'

export type Lists = Awaited<ReturnType<typeof listWords>>
type Translator = ReturnType<typeof useTranslations<'guardianship'>>
type Dated = Pick<GuardianshipEvent, 'on' | 'at' | 'notifiedOn'>

/** Codes and days of a guardianship in words. */
export const guardianshipLabels = (
  t: Translator,
  when: ReturnType<typeof whenLabels>,
  locale: string,
  lists: Lists,
) => {
  const labels = toWords(lists, locale)
  const date = (at: Date | string) => formatTime(locale, at, 'day')
  /** What the room has messages of its own for; the other codes have theirs in the code lists. */
  const ownWord = (code: string): string => {
    const channel = CHANNELS.match(code)
    const step = SOLUTION_STEPS.match(code)
    const back = MISTAKES.match(code)
    if (channel !== null) return t(`channel.${channel}`)
    if (step !== null) return t(`step.${step}`)
    if (back !== null) return t(`mistake.${back}`)
    return t(`toldTo.${TOLD_TO.read(code)}`)
  }
  const sayIn = (list: string | null, code: string): string =>
    list === null ? ownWord(code) : labels.of(list, code)
  const outcome = (kind: GuardianshipEvent['kind'], code: Outcome): string =>
    sayIn(SHAPES[kind].outcome?.list ?? null, code)
  const form = (kind: GuardianshipEvent['kind'], code: Form): string =>
    sayIn(SHAPES[kind].form?.list ?? null, code)

  const name = (event: Pick<GuardianshipEvent, 'kind' | 'outcome' | 'form'>, isChange = false): string => {
    const said = isChange ? t('guardianChanged') : t(`kind.${event.kind}`)
    const parts = [
      event.form === null ? null : form(event.kind, event.form),
      event.outcome === null ? null : outcome(event.kind, event.outcome),
    ].filter((part) => part !== null)
    return parts.length === 0 ? said : t('named', { kind: said, what: parts.join(', ') })
  }
  const day = ({ on, at, notifiedOn }: Dated): string => {
    const said = on === null ? (notifiedOn === null ? t('onUnknown') : date(notifiedOn)) : when.say(on)
    return at === null ? said : t('atHour', { on: said, at })
  }
  /** How worrying a disappearance is, and why. */
  const howMissing = ({
    worrying,
    factors,
  }: Pick<EventRow['details'], 'worrying' | 'factors'>): string | null => {
    const why = factors.map((factor) => t(`factor.${factor}`)).join(', ')
    if (worrying === null) return why === '' ? null : t('named', { kind: t('missingWhy'), what: why })
    const how = labels.of('worrying_level', worrying)
    return why === '' ? how : t('named', { kind: how, what: why })
  }
  /** What a row says beside its name. */
  const facts = ({ details, atBorder, arrivedOn, notifiedOn }: EventRow): string[] => {
    const tested = details.ageTested === '' ? null : toTested(details).value
    return [
      details.who,
      details.service,
      details.phone === '' ? null : t('phoneSays', { phone: details.phone }),
      details.language === '' ? null : t('languageSays', { language: details.language }),
      details.reference === '' ? null : t('referenceSays', { reference: details.reference }),
      details.place,
      details.phase === null ? null : labels.of('reception_phase', details.phase),
      howMissing(details),
      details.informed === null ? null : t(`informed.${details.informed}`),
      details.consent === null ? null : t(`consent.${details.consent}`),
      tested === null
        ? null
        : t('testedSays', {
            age: tested.tenths / 10,
            margin: tested.margin / 10,
            lowest: lowestOf(tested) / 10,
          }),
      atBorder ? t('atBorder') : null,
      arrivedOn === null ? null : t('arrivedSays', { on: date(arrivedOn) }),
      notifiedOn === null ? null : t('notifiedSays', { on: date(notifiedOn) }),
      ...SHEET_PARTS.codes.map((part) =>
        details.sheet === null || details.sheet[part] === ''
          ? null
          : t('report.says', { part: t(`report.${part}`), text: details.sheet[part] }),
      ),
    ].flatMap((fact) => fact || [])
  }
  const options = (values: readonly string[], list: string | null): Option[] =>
    values.map((value) => ({ value, label: sayIn(list, value) }))
  return {
    t,
    words: labels,
    date,
    name,
    day,
    facts,
    howMissing,
    when: when.say,
    /** The name with its day, where one event is named beside another. */
    named: (event: EventRow, isChange = false): string =>
      t('namedOn', { event: name(event, isChange), on: day(event) }),
    /** What a form of a kind offers. */
    choices: (kind: GuardianshipEvent['kind']) => {
      const { outcome: outcomes, form: forms } = SHAPES[kind]
      return {
        outcome: outcomes === null ? [] : options(outcomes.values, outcomes.list),
        form: forms === null ? [] : options(forms.values, forms.list),
        worrying: options(WORRYING.codes, 'worrying_level'),
        phase: options(PHASES.codes, 'reception_phase'),
        factors: FACTORS.codes.map((value) => ({ value, label: t(`factor.${value}`) })),
        informed: INFORMED.codes.map((value) => ({ value, label: t(`informed.${value}`) })),
        consent: CONSENTS.codes.map((value) => ({ value, label: t(`consent.${value}`) })),
      }
    },
  }
}
export type Choices = ReturnType<ReturnType<typeof guardianshipLabels>['choices']>

export const useGuardianshipLabels = (lists: Lists) =>
  guardianshipLabels(useTranslations('guardianship'), useWhenLabels(), useLocale(), lists)
