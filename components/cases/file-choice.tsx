import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { isSecretKind } from '@/lib/cases/case.rules'
import type { FileOr } from '@/lib/cases/file-page.data'
import { toWords } from '@/lib/cases/word.view'

/** Two files within reach bear the same code: which one? */
export const FileChoicePage = ({ data }: { data: Extract<FileOr<unknown>, { type: 'choice' }> }) => {
  const t = useTranslations('cases')
  const labels = toWords(data.words, useLocale())
  return (
    <div className="grid gap-4">
      <PageTitle title={t('choice.title', { code: data.code })}>{t('choice.what')}</PageTitle>
      <ul className="grid gap-2">
        {data.choices.map(({ id, kind, openedOn }) => (
          <li key={id}>
            <Link href={`/cases/${data.code}?file=${id}`} className="inline-block py-2 font-semibold">
              {isSecretKind(kind) ? null : `${labels.of('case_kind', kind)}, `}
              {t('choice.opened')} <Time at={openedOn} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
