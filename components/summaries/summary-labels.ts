import { createTranslator } from 'use-intl/core'
import { asylumLabels } from '@/components/asylum/asylum-labels'
import { deadlineLabels } from '@/components/deadlines/deadline-labels'
import { episodeLabels, type Lists } from '@/components/detention/episode-labels'
import { fieldLabels } from '@/components/fields/field-labels'
import { guardianshipLabels } from '@/components/guardianship/guardianship-labels'
import { personFieldLabels } from '@/components/people/person-field-labels'
import { personLabels } from '@/components/people/person-labels'
import { whenLabels } from '@/components/ui/when-labels'
import { labelIn } from '@/lib/cases/word.view'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { countryName } from '@/lib/people/country.rules'
import type { Value } from '@/lib/summaries/value.rules'

/** The words of a sheet, in a language that need not be the reader's own: the one that was chosen for its reader. */
export const sheetLabels = (messages: Messages, locale: Locale, lists: Lists) => {
  const t = createTranslator({ locale, messages, namespace: 'summaries' })
  const tp = createTranslator({ locale, messages, namespace: 'people' })
  const tc = createTranslator({ locale, messages, namespace: 'contacts' })
  const tr = createTranslator({ locale, messages, namespace: 'referrals' })
  const when = whenLabels(createTranslator({ locale, messages, namespace: 'when' }), locale)
  const person = personLabels(tp, when, locale)
  const answers = personFieldLabels(tp)
  const deadline = deadlineLabels(createTranslator({ locale, messages, namespace: 'deadlines' }), locale)
  const asylum = asylumLabels(createTranslator({ locale, messages, namespace: 'asylum' }), when, locale)
  const labels = episodeLabels(
    createTranslator({ locale, messages, namespace: 'detention.episode' }),
    when,
    locale,
    lists,
  )
  const minor = guardianshipLabels(
    createTranslator({ locale, messages, namespace: 'guardianship' }),
    when,
    locale,
    lists,
  )
  const tf = createTranslator({ locale, messages, namespace: 'fields.answer' })
  const ownWords = (named: Extract<Value, { kind: 'own' }>['named']) =>
    fieldLabels(tf, when, locale, named === null ? [] : [named])
  /** What was answered to a field of the organisation's own, without what the field is called. */
  const answer = ({ named, field, answer: said, edition }: Extract<Value, { kind: 'own' }>): string =>
    ownWords(named).answer(field, said, edition)
  /** What a piece says; several lines only of a computation. */
  const say = (value: Value): string | readonly string[] => {
    switch (value.kind) {
      case 'name':
      case 'staff':
      case 'office':
      case 'text':
      case 'code':
      case 'initials':
      case 'cleared':
        return value.text
      case 'place':
        return labelIn(value.labels, locale)
      case 'placeKind':
        return t(`placeKind.${value.of}`)
      case 'day':
        return asylum.date(value.on)
      case 'when':
      case 'about':
        return when.say(value.when)
      case 'referralKind':
        return tr(`kind.${value.of}`)
      case 'referralState':
        return tr(`state.${value.state}`)
      case 'own':
        return t('ownLine', { field: ownWords(value.named).name(value.field), answer: answer(value) })
      case 'days':
        return t('days', { days: value.days })
      case 'months':
        return t('months', { months: value.months })
      case 'age':
        return person.age(value.claim)
      case 'band':
        return value.to === null
          ? t('bandFrom', { from: value.from })
          : t('band', { from: value.from, to: value.to })
      case 'nationality':
        return person.heldNationality(value)
      case 'country':
        return value.certainty === '' ? countryName(value.country, locale) : person.origin(value)
      case 'continent':
        return countryName(value.code, locale)
      case 'language':
        return person.language(value)
      case 'minority':
        return tp(`minor.${value.status}`)
      case 'answer':
        return answers[value.field].said(value.code)
      case 'reach':
        return [
          tc(`channel.${value.channel}`),
          tc(`owner.${value.owner}`),
          tc(`message.${value.message}`),
        ].join(' · ')
      case 'listed':
        return labels.words.of(value.list, value.code)
      case 'way':
        return asylum.t(`way.${value.way}`)
      case 'ordinal':
        return String(value.number)
      case 'asylumState':
        return asylum.t(`state.${value.state}`)
      case 'asylumEvent':
        return asylum.name(value.event)
      case 'document':
        return asylum.t(`document.${value.document}`)
      case 'aid':
        return asylum.t(`mandate.aid.${value.aid}`)
      case 'mandateState':
        return t(`mandateState.${value.state}`)
      case 'mandateEnd':
        return asylum.t(`mandate.end.${value.reason}`)
      case 'needSource':
        return asylum.t(`need.source.${value.source}`)
      case 'authority':
        return asylum.t(`need.authority.${value.authority}`)
      case 'needAnswer':
        return asylum.t(`need.answer.${value.answer}`)
      case 'matter':
        return asylum.said({ what: 'matter', matter: value.matter, step: value.step })
      case 'programme':
        return asylum.t(`matter.programme.${value.programme}`)
      case 'doubt':
        return asylum.t(`matter.doubt.${value.doubt}`)
      case 'guardianState':
        return minor.t(`state.${value.state}`)
      case 'guardianEvent':
        return minor.name(value.event)
      case 'guardianKind':
        return minor.t(`kind.${value.of}`)
      case 'heldState':
        return t(`heldState.${value.state}`)
      case 'held':
        return labels.event(value.event)
      case 'heldKind':
        return labels.t(`kind.${value.of}`)
      case 'title':
        return deadline.said(value.title)
      case 'meaning':
        return deadline.t(`meaning.${value.meaning}`)
      case 'noDate':
        return deadline.t(`reason.${value.reason}`)
      case 'window':
        return deadline.window(value.window)
      case 'conflict':
        return deadline.t('conflictWhat', {
          letter: deadline.day(value.letter),
          rule: deadline.window(value.rule),
          days: value.days,
        })
      case 'steps':
        return value.steps.map(deadline.step)
      case 'rule': {
        const status = deadline.t(`status.${value.status}`)
        return value.article === null
          ? status
          : deadline.t('explained.article', { article: deadline.article(value.article), status })
      }
      case 'progress':
        return t('progress', { steps: value.steps, done: value.done })
      case 'contact':
        return t(`contact.${value.contact}`)
      case 'role':
        return tp(`inFile.role.${value.role}`)
    }
  }
  return { t, say, answer }
}
export type SheetLabels = ReturnType<typeof sheetLabels>
