import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Letter } from '@/lib/letters/letter.data'
import type { Template } from '@/lib/letters/template.rules'
import { SHEET_LANGUAGES, type SheetLanguage } from '@/lib/sheets/sheet.rules'
import { Letters } from './letters'

type Props = {
  /** The address of this page. */
  readonly href: string
  readonly made: readonly Letter[]
  readonly templates: readonly Template[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly template: Template | null
  readonly isStale: boolean
  readonly personId: string | null
  readonly speaks: SheetLanguage | null
  readonly locale: Locale | null
  /** Where a person’s answer is written down; null where nothing leaves the organisation. */
  readonly ask: ReactNode
  readonly hasConsent: boolean
  /** What the letter says and the way to make it, once all is chosen. */
  readonly children: ReactNode
}

const CHOICE =
  'block rounded border border-edge bg-surface px-4 py-2.5 text-ink no-underline hover:border-accent aria-[current]:border-2 aria-[current]:border-accent'
const current = (is: boolean) => (is ? { 'aria-current': 'true' as const } : {})

/** First the template, then about whom, then what it says; below, the letters that were made. */
export const LettersPart = ({
  href,
  made,
  templates,
  people,
  template,
  isStale,
  personId,
  speaks,
  locale,
  ask,
  hasConsent,
  children,
}: Props) => {
  const t = useTranslations('letters')
  const errors = useTranslations('errors')
  const ofTemplate = template === null ? href : `${href}&template=${template.id}`
  const ofPerson = personId === null || people.length < 2 ? ofTemplate : `${ofTemplate}&person=${personId}`
  const language = template?.now.language
  const isForeign =
    template?.now.reader === 'person' && speaks !== null && language !== undefined && language !== speaks
  return (
    <div className="grid max-w-prose gap-6">
      <section aria-labelledby="letters" className="grid gap-4 print:hidden">
        <div>
          <h2 id="letters">{t('title')}</h2>
          <p className="mt-0.5 text-sm text-muted">{t('what')}</p>
        </div>
        {templates.length === 0 ? (
          <EmptyState
            title={t('none')}
            action={
              <LinkButton kind="quiet" href="/help/file">
                {t('noneHelp')}
              </LinkButton>
            }
          >
            {t('noneWhat')}
          </EmptyState>
        ) : null}
        <nav aria-label={t('choose')}>
          <ul className="grid gap-2">
            {templates.map(({ id, now }) => (
              <li key={id}>
                <Link href={`${href}&template=${id}`} className={CHOICE} {...current(id === template?.id)}>
                  <bdi className="block font-semibold wrap-anywhere">{now.name}</bdi>
                  <span className="block text-sm text-muted">
                    {[
                      t(`readerIs.${now.reader}`),
                      t(`purposeIs.${now.purpose}`),
                      SHEET_LANGUAGES[now.language].own,
                    ].join(' · ')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {template === null ? null : (
          <Card as="section" label={template.now.name}>
            <h3>
              <bdi>{template.now.name}</bdi>
            </h3>
            <p className="text-sm text-muted">{t(`readerSays.${template.now.reader}`)}</p>
            {people.length < 2 ? null : (
              <nav aria-label={t('about')} className="mt-3">
                <p className="text-sm">{t('chooseAbout')}</p>
                <ul className="mt-1 flex flex-wrap gap-2">
                  {people.map(({ id, name }) => (
                    <li key={id}>
                      <Link
                        href={`${ofTemplate}&person=${id}`}
                        className={CHOICE}
                        {...current(id === personId)}
                      >
                        <bdi>{name}</bdi>
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {isForeign ? (
              <div className="mt-3">
                <Notice kind="late" isAnnounced={false}>
                  {t('speaksOther', {
                    language: SHEET_LANGUAGES[speaks].own,
                    other: SHEET_LANGUAGES[language].own,
                  })}
                </Notice>
              </div>
            ) : null}
            {language === undefined || LOCALES.has(language) ? null : (
              <nav aria-label={t('language')} className="mt-3">
                <p className="text-sm">{t('languageWhat', { language: SHEET_LANGUAGES[language].own })}</p>
                <ul className="mt-1 flex flex-wrap gap-2">
                  {LOCALES.codes.map((one) => (
                    <li key={one}>
                      <Link href={`${ofPerson}&in=${one}`} className={CHOICE} {...current(one === locale)}>
                        {LOCALE_NAMES[one]}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {isStale ? (
              <div className="mt-3">
                <Notice kind="late">{errors('templateStale')}</Notice>
              </div>
            ) : null}
            {ask === null ? null : (
              <div className="mt-3">
                <Fold label={t('ask')} isOpen={!hasConsent}>
                  <div className="mb-6 border-b border-hair pb-6">{ask}</div>
                </Fold>
              </div>
            )}
            {children}
          </Card>
        )}
      </section>
      <Letters made={made} />
    </div>
  )
}
