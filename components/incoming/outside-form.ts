import { createTranslator } from 'use-intl/core'
import { URGENT_NUMBERS } from '@/components/layout/urgent-numbers'
import { languageLinks, outsidePage, safe } from '@/components/ui/outside-html'
import { catalogue } from '@/lib/i18n/catalogue'
import { fromAcceptLanguage, LOCALES, type Locale, toLocale } from '@/lib/i18n/locales'
import { AGREED, INCOMING_URGENCIES } from '@/lib/incoming/incoming.rules'
import { INCOMING_FIELDS, type IncomingField, MOST } from '@/lib/incoming/incoming.schema'
import type { IncomingForm } from '@/lib/incoming/outside.data'
import { languageChoices } from '@/lib/people/country-list.rules'

import { type Again, requestOf, type Sent, valuesOf } from './typed'

type Asked = { readonly language: string | null; readonly acceptLanguage: string | null }
const wordsFor = async ({ language, acceptLanguage }: Asked, usual: Locale | null) => {
  const locale = toLocale(language) ?? usual ?? fromAcceptLanguage(acceptLanguage) ?? LOCALES.codes[0]
  const messages = await catalogue[locale]()
  return {
    locale,
    t: createTranslator({ locale, messages, namespace: 'incoming' }),
    help: createTranslator({ locale, messages, namespace: 'layout' }),
  }
}
type Words = Awaited<ReturnType<typeof wordsFor>>

const numbers = ({ t, help }: Words): string => {
  const lines = URGENT_NUMBERS.map(
    ({ key, shown, dialled }) =>
      `<li><a href="tel:${dialled}">${safe(shown)}</a> ${safe(help(`help.${key}.who`))}</li>`,
  ).join('')
  return `<div class="stop"><p>${safe(t('outside.urgent'))}</p><ul class="numbers">${lines}</ul></div>`
}

/** One answer with its label, its hint and what is wrong with it, tied together for those who hear the page. */
const answer = (
  { t }: Words,
  { values, wrong }: Again,
  name: IncomingField,
  {
    hint,
    isAsked = false,
    control,
  }: {
    readonly hint?: string
    readonly isAsked?: boolean
    readonly control: (attributes: string, value: string) => string
  },
): string => {
  const problem = wrong.get(name)
  const told = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-wrong`]),
  ].join(' ')
  const attributes = `id="${name}" name="${name}" autocomplete="off"${isAsked ? ' required' : ''}${told === '' ? '' : ` aria-describedby="${told}"`}${problem === undefined ? '' : ' aria-invalid="true"'}`
  return `<div><label for="${name}">${safe(t(`field.${name}`))}${isAsked ? '' : ` <span class="soft">${safe(t('outside.optional'))}</span>`}</label>
${hint === undefined ? '' : `<span class="soft" id="${name}-hint">${safe(hint)}</span>`}${problem === undefined ? '' : `<span class="wrong" id="${name}-wrong">${safe(t(`outside.wrong.${problem}`))}</span>`}
${control(attributes, values[name])}</div>`
}

const line =
  (most: number, more = '') =>
  (attributes: string, value: string): string =>
    `<input ${attributes} maxlength="${most}" dir="auto"${more} value="${safe(value)}">`
const area =
  (most: number, rows: number) =>
  (attributes: string, value: string): string =>
    // The first line break after the tag is not part of the text.
    `<textarea ${attributes} maxlength="${most}" rows="${rows}" dir="auto">\n${safe(value)}</textarea>`

const choices = (
  { t }: Words,
  { values, wrong }: Again,
  name: 'urgency' | 'agreed',
  options: readonly { readonly value: string; readonly label: string }[],
): string => {
  const problem = wrong.get(name)
  const lines = options
    .map(
      ({ value, label }, at) =>
        `<label class="choice"><input type="radio"${at === 0 ? ` id="${name}"` : ''} name="${name}" value="${value}" required${values[name] === value ? ' checked' : ''}><span>${safe(label)}</span></label>`,
    )
    .join('')
  return `<fieldset${problem === undefined ? '' : ` aria-describedby="${name}-wrong"`}><legend>${safe(t(`field.${name}`))}</legend>
${problem === undefined ? '' : `<span class="wrong" id="${name}-wrong">${safe(t(`outside.wrong.${problem}`))}</span>`}${lines}</fieldset>`
}

const mistakes = ({ t }: Words, { wrong }: Again): string => {
  const lines = INCOMING_FIELDS.flatMap((name) => {
    const problem = wrong.get(name)
    return problem === undefined
      ? []
      : [
          `<li><a href="#${name}">${safe(t(`field.${name}`))}</a>: ${safe(t(`outside.wrong.${problem}`))}</li>`,
        ]
  }).join('')
  return lines === ''
    ? ''
    : `<div class="stop" role="alert"><p>${safe(t('outside.mend'))}</p><ul>${lines}</ul></div>`
}

const NOTHING = (): Again => ({ requestId: requestOf(null), values: valuesOf(null), wrong: new Map() })

const form = (words: Words, again: Again): string => {
  const { t, locale } = words
  const { values } = again
  const language = (attributes: string, value: string): string => {
    const options = languageChoices(locale)
      .map(
        ({ code, name }) =>
          `<option value="${code}"${code === value ? ' selected' : ''}>${safe(name)}</option>`,
      )
      .join('')
    return `<select ${attributes}><option value="">${safe(t('outside.unknown'))}</option>${options}</select>`
  }
  return `<form method="post" action="?l=${locale}" novalidate><input type="hidden" name="request" value="${again.requestId}">
<h2>${safe(t('outside.urgency'))}</h2>
${choices(
  words,
  again,
  'urgency',
  INCOMING_URGENCIES.codes.map((value) => ({ value, label: t(`urgency.${value}`) })),
)}
<h2>${safe(t('outside.person'))}</h2>
${answer(words, again, 'person', { isAsked: true, hint: t('outside.personHint'), control: line(MOST.person) })}
${answer(words, again, 'birthYear', { control: line(MOST.birthYear, ' inputmode="numeric"') })}
${answer(words, again, 'language', { control: language })}
${answer(words, again, 'languages', { control: line(MOST.languages) })}
${answer(words, again, 'place', { hint: t('outside.placeHint'), control: line(MOST.place) })}
${answer(words, again, 'need', { isAsked: true, hint: t('outside.needHint'), control: area(MOST.need, 6) })}
<h2>${safe(t('outside.agreement'))}</h2>
${choices(
  words,
  again,
  'agreed',
  AGREED.codes.map((value) => ({ value, label: t(`agreed.${value}`) })),
)}
${answer(words, again, 'agreedWhy', { hint: t('outside.agreedWhyHint'), control: area(MOST.agreedWhy, 2) })}
${answer(words, again, 'safe', { hint: t('outside.safeHint'), control: area(MOST.safe, 3) })}
<h2>${safe(t('outside.you'))}</h2>
${answer(words, again, 'byName', { isAsked: true, control: line(MOST.byName) })}
${answer(words, again, 'byPhone', { isAsked: true, control: line(MOST.byPhone, ' type="tel"') })}
${answer(words, again, 'byReach', { hint: t('outside.byReachHint'), control: line(MOST.byReach) })}
<button>${safe(t('outside.send'))}</button></form>
${values.person === '' ? `<p class="soft">${safe(t('outside.once'))}</p>` : ''}`
}

/** The form, empty or with what was typed: of a link that leads to this organisation. */
export const formPage = async (
  { locale: usual, organisation }: IncomingForm,
  asked: Asked,
  again?: Again,
): Promise<string> => {
  const words = await wordsFor(asked, usual)
  const { t, locale } = words
  const full = again?.isFull === true ? `<p class="stop" role="alert">${safe(t('outside.full'))}</p>` : ''
  return outsidePage(
    locale,
    t('outside.title'),
    // Another language is another page: it would lose what was typed.
    `${again === undefined ? languageLinks(t('outside.languages'), locale) : ''}
<main><h1>${safe(t('outside.heading', { organisation }))}</h1>
<p>${safe(t('outside.what'))}</p>${numbers(words)}${full}${again === undefined ? '' : mistakes(words, again)}
${form(words, again ?? NOTHING())}</main>`,
  )
}

/** It has come: a number that means nothing, and nothing of what was typed. */
export const receiptPage = async (
  { locale: usual, organisation }: IncomingForm,
  asked: Asked,
  receipt: string,
): Promise<string> => {
  const words = await wordsFor(asked, usual)
  const { t, locale } = words
  return outsidePage(
    locale,
    t('outside.came'),
    `<main><h1>${safe(t('outside.came'))}</h1><p>${safe(t('outside.cameWhat', { organisation }))}</p>
<p>${safe(t('outside.receipt'))}</p><p class="receipt" translate="no">${receipt.slice(0, 4)} ${receipt.slice(4)}</p>
<p>${safe(t('outside.notRead'))}</p>${numbers(words)}<p><a href="?l=${locale}">${safe(t('outside.another'))}</a></p></main>`,
  )
}

/** The same for a link that never was, is over or was revoked. */
export const nowherePage = async (asked: Asked): Promise<string> => {
  const words = await wordsFor(asked, null)
  const { t, locale } = words
  return outsidePage(
    locale,
    t('outside.nowhere'),
    `${languageLinks(t('outside.languages'), locale)}<main><h1>${safe(t('outside.nowhere'))}</h1><p>${safe(t('outside.nowhereWhat'))}</p>${numbers(words)}</main>`,
  )
}

/** Not now: nothing was looked up, and what was typed is still there. */
export const laterPage = async (asked: Asked, sent: Sent | null): Promise<string> => {
  const words = await wordsFor(asked, null)
  const { t, locale } = words
  const again: Again | null =
    sent === null ? null : { requestId: requestOf(sent), values: valuesOf(sent), wrong: new Map() }
  return outsidePage(
    locale,
    t('outside.title'),
    `<main><h1>${safe(t('outside.later'))}</h1><p class="stop" role="alert">${safe(t('outside.laterWhat'))}</p>${numbers(words)}${again === null ? '' : form(words, again)}</main>`,
  )
}
