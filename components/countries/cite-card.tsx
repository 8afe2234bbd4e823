import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { LENGTHS } from '@/lib/countries/citation.rules'
import type { CitedIn } from '@/lib/countries/speak'
import { LOCALE_NAMES } from '@/lib/i18n/locales'
import { CopyCitation } from './copy-citation'
import { useCopyLabels } from './copy-labels'

/** A fact to copy at three lengths: in the language of the page, and folded away in the others. */
export const CiteCard = ({ cited }: { cited: readonly CitedIn[] }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const own = cited.find((one) => one.locale === locale)
  return (
    <Card as="section">
      <h2 className="mb-1 text-h3">{t('fact.cite')}</h2>
      {own === undefined ? null : <Lengths cited={own} />}
      <div className="mt-3 grid gap-1">
        {cited
          .filter((one) => one.locale !== locale)
          .map((one) => (
            <Fold key={one.locale} label={<span lang={one.locale}>{LOCALE_NAMES[one.locale]}</span>}>
              <Lengths cited={one} />
            </Fold>
          ))}
      </div>
    </Card>
  )
}

const Lengths = ({ cited: { locale, texts } }: { cited: CitedIn }) => {
  const t = useTranslations('countries')
  const copyWords = useCopyLabels()
  return (
    <ul className="grid gap-4">
      {LENGTHS.codes.map((length, index) => (
        <li key={length}>
          <p lang={locale} className="mb-1.5 text-sm wrap-anywhere select-all">
            {texts[index]}
          </p>
          <CopyCitation text={texts[index] ?? ''} labels={copyWords(t(`copy.${length}`))} />
        </li>
      ))}
    </ul>
  )
}
