import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { LOCALES, type Locale } from '@/lib/i18n/locales'

/** A document, in each of the languages; the one of the reader first in look. */
export const TakeInLanguages = ({ hrefOf }: { hrefOf: (language: Locale) => string }) => {
  const t = useTranslations('reporting.annual')
  const locale = useLocale()
  return (
    <ul className="flex flex-wrap gap-2">
      {LOCALES.codes.map((language) => (
        <li key={language}>
          <a
            href={hrefOf(language)}
            className={buttonClass(language === locale ? 'primary' : 'quiet')}
            download
          >
            {t('docx', { language: t(`language.${language}`) })}
          </a>
        </li>
      ))}
    </ul>
  )
}
