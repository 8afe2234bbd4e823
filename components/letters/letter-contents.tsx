import { useTranslations } from 'next-intl'
import type { SheetLabels } from '@/components/summaries/summary-labels'
import type { Contents } from '@/lib/letters/letter.view'
import type { MergeField } from '@/lib/letters/tag.rules'
import { OWN_TAGS } from '@/lib/letters/tag.rules'
import { SECTIONS } from '@/lib/summaries/level.rules'

/** Every personal datum that the letter will contain, before it is made. */
export const LetterContents = ({
  contents: { data, lists },
  nameOf,
  sheet,
  lang,
}: {
  contents: Contents
  nameOf: (field: MergeField) => string
  sheet: Pick<SheetLabels, 't'>
  /** Of what is said. */
  lang: string
}) => {
  const t = useTranslations('letters')
  const known = data.filter(({ field, isMissing }) => !isMissing && !OWN_TAGS.has(field.tag))
  const filled = lists.filter(({ lines }) => lines.length > 0)
  return (
    <section aria-labelledby="letter-says" className="my-4">
      <h4 id="letter-says" className="font-semibold">
        {t('contents')}
      </h4>
      <p className="text-sm text-muted">{t('contentsWhat')}</p>
      {known.length + filled.length === 0 ? <p className="mt-2">{t('nothing')}</p> : null}
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,30%)_1fr]">
        {known.map(({ field, text }) => (
          <div key={field.tag} className="contents">
            <dt className="text-muted">{nameOf(field)}</dt>
            <dd dir="auto" lang={lang} className="min-w-0 whitespace-pre-line wrap-anywhere">
              {text}
            </dd>
          </div>
        ))}
        {filled.map(({ loop, lines }) => {
          const section = SECTIONS.match(loop)
          return (
            <div key={loop} className="contents">
              <dt className="text-muted">{section === null ? loop : sheet.t(`section.${section}`)}</dt>
              <dd lang={lang} className="min-w-0">
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a list that is never reordered
                  <p key={index} dir="auto" className="wrap-anywhere">
                    {line.map(({ text }) => text).join(' · ')}
                  </p>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
