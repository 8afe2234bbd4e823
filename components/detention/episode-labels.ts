import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { useWhenLabels, type whenLabels } from '@/components/ui/when-labels'
import type { listWords } from '@/lib/cases/word.data'
import { toWords } from '@/lib/cases/word.view'
import type { CounterStep } from '@/lib/detention/counter.rules'
import type { DetentionEvent } from '@/lib/detention/event.rules'
import type { EpisodeState } from '@/lib/detention/state.rules'
import { countryName } from '@/lib/people/country.rules'
import type { Day } from '@/lib/shared/dates'

export type Lists = Awaited<ReturnType<typeof listWords>>
type InFourLanguages = Readonly<Record<'en' | 'fr' | 'nl' | 'de', string>>

type Translator = ReturnType<typeof useTranslations<'detention.episode'>>
type When = ReturnType<typeof whenLabels>

/** Codes and days of an episode in words; the labels of code lists come from the reference data. */
export const episodeLabels = (t: Translator, when: When, locale: string, lists: Lists) => {
  const labels = toWords(lists, locale)
  const day = (on: Day) => formatTime(locale, on, 'day')
  const ground = (code: string) => labels.of('detention_legal_ground', code)
  const facts = (event: DetentionEvent): string[] =>
    [
      event.orderKind && labels.of('detention_order_type', event.orderKind),
      event.ground && ground(event.ground),
      event.printedEnd && t('said.printedEnd', { on: day(event.printedEnd) }),
      event.byMinister ? t('extra.byMinister') : null,
      event.publicOrder ? t('extra.publicOrder') : null,
      event.court && t(`court.${event.court}`),
      event.petitionOutcome && labels.of('release_petition_outcome', event.petitionOutcome),
      event.removalKind && labels.of('removal_type', event.removalKind),
      event.removalOutcome && labels.of('removal_attempt_outcome', event.removalOutcome),
      event.destination && countryName(event.destination, locale),
      event.escort && t(`escort.${event.escort}`),
      event.isolationGround && labels.of('isolation_ground', event.isolationGround),
      event.channel && labels.of('complaint_channel', event.channel),
      event.endReason && labels.of('detention_end_reason', event.endReason),
      event.phase && t(`phase.${event.phase}`),
      event.heardOn && t('said.heardOn', { on: day(event.heardOn) }),
      event.servedOn && t('said.servedOn', { on: day(event.servedOn) }),
      event.force && t(`force.${event.force}`),
      event.injuries && t(`injuries.${event.injuries}`),
      event.isolationRegime && t(`isolationRegime.${event.isolationRegime}`),
      event.doctorDaily && t(`doctorDaily.${event.doctorDaily}`),
      ...event.toldTo.map((one) => t(`told.${one}`)),
    ].flatMap((fact) => fact || [])
  const step = (one: CounterStep): string => {
    switch (one.code) {
      case 'began':
        return t('step.began', { on: day(one.on) })
      case 'noOrder':
      case 'lacksFirst':
      case 'dayNotExact':
        return t(`step.${one.code}`)
      case 'ordered':
        return t('step.ordered', { on: day(one.on), ground: ground(one.ground) })
      case 'extended':
        return one.on === null ? t('step.extendedSometime') : t('step.extended', { on: day(one.on) })
      case 'reset': {
        const said = { on: day(one.on), kind: labels.of('detention_order_type', one.orderKind) }
        return one.before === null
          ? t('step.reset', said)
          : t('step.resetAfter', { ...said, days: one.before })
      }
      case 'suspended':
        return one.until === null
          ? t('step.suspendedSince', { from: day(one.from), days: one.days })
          : t('step.suspended', { from: day(one.from), until: day(one.until), days: one.days })
      case 'underOrder':
      case 'total':
        return t(`step.${one.code}`, { from: day(one.from), to: day(one.to), days: one.days })
    }
  }
  const state = (one: EpisodeState): string => {
    switch (one.code) {
      case 'ended':
        return t('state.ended', {
          reason: labels.of('detention_end_reason', one.reason),
          on: one.on === null ? '' : day(one.on),
        })
      case 'gone':
        return t('state.gone', { on: one.on === null ? '' : day(one.on) })
      case 'releaseOrdered':
        return one.on === null
          ? t('state.releaseOrderedSometime')
          : t('state.releaseOrdered', { on: day(one.on) })
      case 'orderRunOut':
        return t('state.orderRunOut', { on: day(one.on) })
      case 'held':
        return one.until === null
          ? t('state.held', { ground: ground(one.ground) })
          : t('state.heldUntil', { ground: ground(one.ground), until: day(one.until) })
      case 'noOrder':
        return t('state.noOrder')
    }
  }
  return {
    t,
    words: labels,
    day,
    when: when.say,
    facts,
    /** "Order: initial decision, art. 7, return" */
    event: (one: DetentionEvent): string => {
      const said = facts(one)
      return said.length === 0
        ? t(`kind.${one.kind}`)
        : t('named', { kind: t(`kind.${one.kind}`), facts: said.join(' · ') })
    },
    step,
    state,
    said: (label: InFourLanguages) =>
      locale === 'fr' || locale === 'nl' || locale === 'de' ? label[locale] : label.en,
  }
}

export const useEpisodeLabels = (lists: Lists) =>
  episodeLabels(useTranslations('detention.episode'), useWhenLabels(), useLocale(), lists)
