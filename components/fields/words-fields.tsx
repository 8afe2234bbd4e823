'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/forms/text-field'
import { Fold } from '@/components/ui/fold'
import { LOCALES, type Locale } from '@/lib/i18n/locales'

/** The same words in four languages: first those in which colleagues work, the others folded. */
export const WordsFields = ({
  name,
  kind,
  languages,
  isWanted = false,
}: {
  name: string
  kind: 'label' | 'help' | 'section'
  languages: readonly Locale[]
  /** Each of the languages in use has to be filled in. */
  isWanted?: boolean
}) => {
  const t = useTranslations('fields.editor')
  const others = LOCALES.codes.filter((locale) => !languages.includes(locale))
  const line = (locale: Locale) => (
    <TextField
      key={locale}
      name={`${name}.${locale}`}
      label={t(`${kind}.${locale}`)}
      lang={locale}
      dir="auto"
      {...(isWanted && languages.includes(locale) ? { hint: t('inUse') } : {})}
    />
  )
  return (
    <div className="grid gap-3">
      {languages.map(line)}
      {others.length === 0 ? null : (
        <Fold label={t('otherLanguages')}>
          <div className="grid gap-3">{others.map(line)}</div>
        </Fold>
      )}
    </div>
  )
}
