import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'
import { termId } from '@/components/layout/term'
import { TERMS } from './help-terms'

/** Every word that is explained, in the alphabet of the page's language. */
export const WordsPage = ({ locale }: { locale: string }) => {
  const t = useTranslations('help')
  const guide = useTranslations('guide')
  const name = usePageName()
  const sorted = TERMS.map((key) => ({ key, name: t(`term.${key}.name`) })).sort((one, other) =>
    one.name.localeCompare(other.name, locale),
  )
  return (
    <>
      <BackLink href="/help">{guide('back')}</BackLink>
      <PageTitle title={name('words')}>{guide('wordsLead')}</PageTitle>
      <dl className="max-w-4xl border-t border-edge">
        {sorted.map(({ key, name }) => (
          <div
            key={key}
            className="grid gap-x-4 border-b border-hair py-2.5 sm:grid-cols-[15rem_minmax(0,1fr)]"
          >
            <dt id={termId(key)} className="scroll-mt-20 font-semibold">
              {name}
            </dt>
            <dd>
              {t(`term.${key}.means`)}
              <span className="block text-sm text-muted">{t(`term.${key}.elsewhere`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
