import { useLocale, useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import type { FileField, Line } from '@/lib/exchange/file.schema'
import { wordsIn } from '@/lib/fields/field.rules'
import { chooseLocale, LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import { NO_FACTS, type VisitFacts } from '@/lib/lists/place.rules'
import { readSettings } from '@/lib/settings/registry.schema'
import { usePartnerWords } from './partner-words'
import { useSettingWords } from './setting-words'

/** One thing that differs: what it is, what is set now (null: nothing), and what the file says. */
type Difference = { readonly what: string; readonly now: string | null; readonly file: string }
type Said = Readonly<Record<string, string>>

const PARTS = [
  { key: 'setting', parts: ['setting'] },
  { key: 'office', parts: ['office'] },
  { key: 'lists', parts: ['shown', 'value'] },
  { key: 'places', parts: ['place', 'ownPlace'] },
  { key: 'partner', parts: ['partner'] },
  { key: 'field', parts: ['field'] },
] as const

/** What differs between two sides, each as words by what they are about. */
const differences = (now: Said | null, file: Said): Difference[] =>
  Object.entries(file).flatMap(([what, said]) => {
    const before = now?.[what] ?? null
    return before === said || (before === null && said === '') ? [] : [{ what, now: before, file: said }]
  })

const byLanguage = (
  labels: Readonly<Record<Locale, string>>,
  what: (locale: Locale) => string = (locale) => LOCALE_NAMES[locale],
): Said => Object.fromEntries(LOCALES.codes.map((locale) => [what(locale), labels[locale]]))

const useDifferences = (lines: readonly Line[], kinds: Said) => {
  const t = useTranslations('settings')
  const f = useTranslations('fields')
  const e = useTranslations('exchange')
  const locale = chooseLocale({ cookie: useLocale(), account: null, acceptLanguage: null })
  const settingWords = useSettingWords()
  const partner = usePartnerWords()
  const yesNo = (is: boolean): string => f(is ? 'answer.yesNo.yes' : 'answer.yesNo.no')

  const condition = (one: FileField['conditions'][number]): string => {
    if (one.kind !== 'answer') return f(`editor.condition.${one.kind}`)
    const other = lines.find((line) => line.part === 'field' && line.key === one.field)
    const name = f('editor.condition.field', { name: other?.name ?? one.field })
    const options = other?.part === 'field' ? other.wanted.options : []
    const codes = one.codes.map((code) => {
      if (code === 'yes' || code === 'no') return f(`answer.yesNo.${code}`)
      const option = options.find((each) => each.code === code)
      return option === undefined ? code : wordsIn(option.labels, locale)
    })
    return codes.length === 0 ? name : `${name} (${codes.join(', ')})`
  }
  const field = (one: FileField): Said => ({
    ...byLanguage(one.labels),
    ...byLanguage(one.help, (each) => f(`editor.help.${each}`)),
    ...byLanguage(one.section, (each) => f(`editor.section.${each}`)),
    [f('editor.owner.label')]: f(`editor.owner.${one.owner}`),
    [f('editor.type.label')]: f(`editor.type.${one.type}`),
    [f('editor.class.label')]: f(`editor.class.${one.class}`),
    [f('editor.part.label')]: f(`editor.part.${one.part}`),
    [f('editor.position')]: String(one.position),
    [f('editor.required.label')]: e(`required.${one.required}`),
    [e('level.label')]: e(`level.${one.level}`),
    [f('editor.decimals')]: one.type === 'amount' ? String(one.decimals) : '',
    [f('editor.offices')]: one.offices.join(', '),
    [f('editor.kinds')]: one.kinds.map((kind) => kinds[kind] ?? kind).join(', '),
    [f('editor.nationalities')]: one.nationalities.join(' '),
    [f('editor.conditions')]: one.conditions.map(condition).join('; '),
    ...Object.fromEntries(
      LOCALES.codes.map((each) => [
        e('values', { language: LOCALE_NAMES[each] }),
        one.options
          .map(({ code, labels, isOffered }) =>
            isOffered ? labels[each] || code : e('notOffered', { value: labels[each] || code }),
          )
          .join(', '),
      ]),
    ),
  })

  const visitFacts = (visit: VisitFacts = NO_FACTS): Said => ({
    [t('places.visitHours')]: visit.hours,
    [t('places.visitPhone')]: visit.phone,
    [t('places.visitBring')]: visit.bring,
  })

  return (line: Line): Difference[] => {
    switch (line.part) {
      case 'setting': {
        const words = (value: unknown): string => settingWords(line.key, value)
        if (line.key === 'organisation.contact')
          return differences(contactOf(line.now), contactOf(line.wanted))
        return [{ what: '', now: words(line.now), file: words(line.wanted) }]
      }
      case 'office': {
        const office = (one: { readonly locale: string }): Said => ({
          [t('offices.language')]: wordOfLocale(one.locale) ?? t('offices.noLanguage'),
        })
        return differences(line.now === null ? null : office(line.now), office(line.wanted))
      }
      case 'shown': {
        const shown = ({ labels, position, hidden }: typeof line.wanted): Said => ({
          ...byLanguage(labels),
          [t('lists.position')]: position === null ? '' : String(position),
          [t('lists.hidden')]: yesNo(hidden),
        })
        const shipped = { labels: { en: '', fr: '', nl: '', de: '' }, position: null, hidden: false }
        return differences(shown(line.now ?? shipped), shown(line.wanted))
      }
      case 'value': {
        const value = ({ labels, position }: typeof line.wanted): Said => ({
          ...byLanguage(labels),
          [t('lists.position')]: String(position),
        })
        return differences(line.now === null ? null : value(line.now), value(line.wanted))
      }
      case 'place': {
        const place = ({ labels, aliases, hidden, visit }: typeof line.wanted): Said => ({
          ...byLanguage(labels),
          [t('places.aliases')]: aliases.join(', '),
          ...visitFacts(visit),
          [t('lists.hidden')]: yesNo(hidden),
        })
        const shipped = { labels: { en: '', fr: '', nl: '', de: '' }, aliases: [], hidden: false }
        return differences(place(line.now ?? shipped), place(line.wanted))
      }
      case 'ownPlace': {
        const place = ({ kind, city, labels, aliases, visit }: typeof line.wanted): Said => ({
          [t('places.kindOf')]: t(`places.kind.${kind}`),
          ...byLanguage(labels),
          [t('places.city')]: city,
          [t('places.aliases')]: aliases.join(', '),
          ...visitFacts(visit),
        })
        return differences(line.now === null ? null : place(line.now), place(line.wanted))
      }
      case 'partner':
        return differences(line.now === null ? null : partner(line.now), partner(line.wanted))
      case 'field':
        return differences(line.now === null ? null : field(line.now), field(line.wanted))
    }
  }
}

const wordOfLocale = (locale: string): string | null => {
  const known = LOCALES.match(locale)
  return known === null ? null : LOCALE_NAMES[known]
}

const contactOf = (value: unknown): Said =>
  byLanguage(
    readSettings(value === null ? {} : { 'organisation.contact': value }).get('organisation.contact'),
  )

/** A file beside what is set now, in words, subject by subject. What is the same already is counted and folded. */
export const FileComparison = ({
  lines,
  kinds,
}: {
  lines: readonly Line[]
  /** Kinds of files, in the reader’s language. */
  kinds: Said
}) => {
  const e = useTranslations('exchange')
  const t = useTranslations('settings')
  const differ = useDifferences(lines, kinds)
  const nameOf = (line: Line): string => {
    if (line.part === 'setting') return line.key === 'setup.steps' ? line.key : t(`label.${line.key}`)
    if (line.part === 'shown' || line.part === 'value') return `${t(`lists.name.${line.list}`)}: ${line.name}`
    return line.name
  }
  const emptyOf = ({ part }: Line): string =>
    t(part === 'shown' || part === 'place' ? 'lists.shipped' : 'none')
  const telling = lines.filter(({ kind }) => kind !== 'same')
  const same = lines.filter(({ kind }) => kind === 'same')
  return (
    <div className="grid gap-4">
      <p className="text-muted">{e('compared.alone')}</p>
      {PARTS.map(({ key, parts }) => {
        const some = telling.filter(({ part }) => parts.some((one) => one === part))
        return some.length === 0 ? null : (
          <section key={key}>
            <h4 className="border-b border-edge pb-1 font-semibold">{e(`part.${key}`)}</h4>
            <ul>
              {some.map((line, index) => (
                <li key={`${line.part} ${line.name} ${String(index)}`} className="border-b border-hair py-2">
                  <p className="flex flex-wrap items-baseline gap-x-3">
                    <bdi className="font-semibold wrap-anywhere">{nameOf(line)}</bdi>
                    <Tag kind={line.kind === 'new' ? 'done' : line.kind === 'changed' ? 'info' : 'plain'}>
                      {e(`kind.${line.kind}`)}
                    </Tag>
                  </p>
                  {line.note === null ? null : <p className="text-sm text-late">{e(`note.${line.note}`)}</p>}
                  {line.kind === 'kept' ? null : (
                    <ul className="text-dense">
                      {differ(line).map(({ what, now, file }) => (
                        <li key={what} className="wrap-anywhere">
                          {what === '' ? null : <span className="text-muted">{what}: </span>}
                          {now === null ? (
                            <bdi>{file}</bdi>
                          ) : (
                            <>
                              <bdi>{now === '' ? emptyOf(line) : now}</bdi>
                              <span aria-hidden="true"> → </span>
                              <span className="sr-only">, {e('compared.becomes')} </span>
                              <bdi className="font-semibold">{file === '' ? emptyOf(line) : file}</bdi>
                            </>
                          )}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {same.length === 0 ? null : (
        <Fold label={e('compared.same', { count: same.length })}>
          <ul className="text-dense">
            {same.map((line, index) => (
              <li key={`${line.part} ${line.name} ${String(index)}`}>
                <bdi>{nameOf(line)}</bdi>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}
