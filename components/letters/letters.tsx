import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Letter } from '@/lib/letters/letter.data'
import { SHEET_LANGUAGES } from '@/lib/sheets/sheet.rules'

/** The letters that were made of a file, each with the edition of its template. */
export const Letters = ({ made }: { made: readonly Letter[] }) => {
  const t = useTranslations('letters')
  return (
    <section aria-labelledby="letters-made">
      <h2 id="letters-made" className="border-b border-edge pb-1 text-h3">
        {t('made')}
      </h2>
      {made.length === 0 ? <p className="pt-1.5 text-sm text-muted">{t('madeNone')}</p> : null}
      <ul>
        {made.map(({ id, code, name, edition, language, by, at, attachmentId }) => (
          <li key={id} data-print="whole" className="border-b border-hair py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <bdi className="font-semibold wrap-anywhere">{name}</bdi>
              <span className="code">{code}</span>
            </p>
            <p className="text-sm text-muted">
              {t.rich('madeLine', {
                edition,
                language: SHEET_LANGUAGES[language].own,
                name: by,
                on: () => <Time at={at} style="moment" />,
              })}
            </p>
            {attachmentId === null ? (
              <p className="text-sm">{t('gone')}</p>
            ) : (
              <a
                href={`/api/attachments?id=${attachmentId}`}
                className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8 print:hidden"
              >
                {t('take')}
                <span className="sr-only">: {name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
