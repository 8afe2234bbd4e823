import { useLocale } from 'next-intl'
import type { Statement } from '@/lib/countries/statement.rules'
import { inLanguage } from '@/lib/countries/wording.rules'

/** What is said without a figure, in two columns where there is room. */
export const Sentences = ({ statements }: { statements: readonly Statement[] }) => {
  const locale = useLocale()
  return (
    <ul className="grid max-w-5xl gap-x-10 gap-y-1.5 lg:grid-cols-2">
      {statements.map(({ slug, text }) => (
        <li key={slug}>{inLanguage(text, locale)}.</li>
      ))}
    </ul>
  )
}
