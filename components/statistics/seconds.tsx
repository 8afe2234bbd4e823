import { useTranslations } from 'next-intl'
import type { Second } from '@/lib/statistics/second.data'

/** Which admins may agree or sign, and of the others why not. */
export const Seconds = ({ seconds, doing }: { seconds: readonly Second[]; doing: 'agree' | 'sign' }) => {
  const t = useTranslations('statistics.seconds')
  const hasNoSecond = seconds.every(({ fault }) => fault !== null)
  return (
    <div className="mb-4">
      <h3>{t(doing)}</h3>
      {hasNoSecond ? <p className="mt-1 font-semibold">{t('none')}</p> : null}
      <ul className="mt-1 grid list-disc gap-1 ps-5 text-sm">
        {seconds.map(({ id, name, fault }) => (
          <li key={id}>{fault === null ? t('may', { name }) : t(`not.${fault}`, { name })}</li>
        ))}
      </ul>
    </div>
  )
}
