import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Fact } from '@/lib/countries/fact.rules'
import type { Statement } from '@/lib/countries/statement.rules'
import { type Chapter, FACT_TOPICS } from '@/lib/countries/vocabulary.rules'
import { inLanguage } from '@/lib/countries/wording.rules'

const SHOWN = 4

/** One chapter: what the profile says in words, then the way to its figures. */
export const ChapterSection = ({
  chapter,
  facts,
  statements,
  children,
}: {
  chapter: Chapter
  facts: readonly Fact[]
  statements: readonly Statement[]
  children?: ReactNode
}) => {
  const t = useTranslations('countries')
  const said = statements.filter((statement) => statement.chapter === chapter)
  const own = facts.filter((fact) => fact.chapter === chapter)
  const topics = FACT_TOPICS.map((topic) => ({
    topic,
    count: own.filter((fact) => fact.topic === topic).length,
  })).filter(({ count }) => count > 0)
  const more = said.slice(SHOWN)
  return (
    <section aria-labelledby={`chapter-${chapter}`} className="border-t border-hair py-6">
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[17rem_1fr]">
        <div>
          <h2 id={`chapter-${chapter}`}>{t(`chapters.${chapter}`)}</h2>
          <ul className="mt-2 grid gap-1 text-sm">
            {topics.map(({ topic, count }) => (
              <li key={topic}>
                <Link
                  href={`/countries/be/facts?topic=${topic}`}
                  prefetch={false}
                  className="inline-block py-0.5"
                >
                  {t('topicLink', { topic: t(`topics.${topic}`), count })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <div className="max-w-prose">
          <Sentences statements={said.slice(0, SHOWN)} />
          {more.length > 0 ? (
            <details className="mt-2">
              <summary className="inline-block py-1 text-link underline underline-offset-4">
                {t('moreStatements', { count: more.length })}
              </summary>
              <Sentences statements={more} />
            </details>
          ) : null}
        </div>
      </div>
      {children}
    </section>
  )
}

const Sentences = ({ statements }: { statements: readonly Statement[] }) => {
  const locale = useLocale()
  return (
    <ul className="grid gap-1.5">
      {statements.map(({ slug, text }) => (
        <li key={slug}>{inLanguage(text, locale)}.</li>
      ))}
    </ul>
  )
}
