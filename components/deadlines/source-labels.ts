import type { useTranslations } from 'next-intl'

/**
 * Reference data names laws, and the copies in which a rule was read, in English. Here they are said in the reader's language as far
 * as the words are known; anything else stays as it was written.
 */

type Translator = ReturnType<typeof useTranslations<'deadlines'>>

const LAWS = {
  'Aliens Act': 'aliens',
  'Guardianship Act': 'guardianship',
  'Reception Act': 'reception',
  'Judicial Code': 'judicial',
  'Regent’s Decree of 23 August 1948': 'regent',
  'Royal Decree of 11 July 2003': 'royal',
} as const
const isLaw = (name: string): name is keyof typeof LAWS => name in LAWS

const lawIn = (t: Translator, name: string): string => {
  if (isLaw(name)) return t(`law.${LAWS[name]}`)
  const [, regulation] = /^Regulation \(EU\) (\S+)$/.exec(name) ?? []
  if (regulation !== undefined) return t('law.regulation', { number: regulation })
  const [, directive] = /^Directive (\S+)\/EC$/.exec(name) ?? []
  return directive === undefined ? name : t('law.directive', { number: directive })
}

/** "39/57 and 39/82"; "71 to 74"; "39/57, par. 2". */
const articlesIn = (t: Translator, articles: string): string => {
  const [one = '', ...others] = articles.split(' and ')
  if (others.length > 0)
    return t('article.both', { one: articlesIn(t, one), other: articlesIn(t, others.join(' and ')) })
  const [article = '', number] = articles.split(', par. ')
  if (number !== undefined) return t('article.par', { article, number })
  const [from = '', to] = articles.split(' to ')
  return to === undefined ? articles : t('article.range', { from, to })
}

/** "Aliens Act, art. 71 to 74" in the reader's language. */
export const articleIn = (t: Translator, text: string): string => {
  const [law = '', articles] = text.split(', art. ')
  return articles === undefined
    ? lawIn(t, text)
    : t('article.says', { law: lawIn(t, law), articles: articlesIn(t, articles) })
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** "24 Jun 2025" as a day; years and what else there is stay as they are. */
const dayIn = (text: string, say: (day: string) => string): string => {
  const [, day, month = '', year] = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(text) ?? []
  const number = MONTHS.indexOf(month) + 1
  return day === undefined || number === 0
    ? text
    : say(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** When the copy was made in which a rule was read, as far as it says so. */
export const copyIn = (t: Translator, seen: string, say: (day: string) => string): string =>
  seen
    .split(/ and |; /)
    .map((part) => {
      if (part === 'undated') return t('copy.undated')
      if (part === 'a later copy') return t('copy.later')
      const [, undated] = /^undated copy of (.+)$/.exec(part) ?? []
      if (undated !== undefined) return t('copy.undatedOf', { on: undated })
      const [, after] = /^after (.+)$/.exec(part) ?? []
      return after === undefined
        ? t('copy.of', { on: dayIn(part, say) })
        : t('copy.after', { on: dayIn(after, say) })
    })
    .join(', ')
