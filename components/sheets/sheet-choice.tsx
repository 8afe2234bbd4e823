import '@fontsource-variable/noto-sans-ethiopic/wght.css'
import '@/components/ui/handout.css'
import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { LANGUAGES, SHEET_LANGUAGES, SHEETS, type SheetLanguage } from '@/lib/sheets/sheet.rules'

/** The languages of a sheet, each by its own name. */
export const Languages = ({
  current,
  href,
}: {
  current: SheetLanguage
  href: (language: SheetLanguage) => string
}) => {
  const t = useTranslations('sheets')
  return (
    <nav aria-label={t('language')} data-print="no">
      <ul className="flex flex-wrap gap-2">
        {LANGUAGES.codes.map((code) => (
          <li key={code}>
            <Link
              href={href(code)}
              lang={code}
              dir={SHEET_LANGUAGES[code].dir}
              className="own-script chip no-underline aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-accent-ink"
              {...(code === current ? { 'aria-current': 'true' as const } : {})}
            >
              {SHEET_LANGUAGES[code].own}
            </Link>
          </li>
        ))}
      </ul>
      {SHEET_LANGUAGES[current].isOurs ? null : (
        <p className="mt-2">
          <Tag kind="late">{t('toConfirm')}</Tag>{' '}
          <span className="text-sm text-muted">{t('toConfirmWhat')}</span>
        </p>
      )}
    </nav>
  )
}

/** Sheets to hand over without a file. */
export const SheetChoice = ({ language }: { language: SheetLanguage }) => {
  const t = useTranslations('sheets')
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div className="grid max-w-prose gap-5">
        <Languages current={language} href={(code) => `/sheets?language=${code}`} />
        <ul className="grid gap-3">
          {SHEETS.codes.map((sheet) => (
            <li key={sheet}>
              <Card className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <span className="font-semibold">{t(`name.${sheet}`)}</span>
                <LinkButton kind="quiet" size="small" href={`/sheets/${sheet}?language=${language}`}>
                  {t('open')}
                  <span className="sr-only">: {t(`name.${sheet}`)}</span>
                </LinkButton>
              </Card>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
