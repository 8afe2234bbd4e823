import { useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { EnrolForm } from './enrol-form'
import { LeaveButton } from './leave-button'

type Enrolling = {
  back: string
  isRequired: boolean
  manual: string
  picture: { size: number; path: string }
}

/** The picture, the key behind it, and the first code. */
export const EnrolPage = ({ back, isRequired, manual, picture }: Enrolling) => {
  const t = useTranslations('accounts.enrol')
  return (
    <>
      <TabWords words={t('title')} />
      <h1>{t('title')}</h1>
      <p className="mt-1 text-muted">{isRequired ? t('required') : t('offered')}</p>
      <EnrolForm back={back}>
        <Card className="mt-5">
          <p className="font-semibold">{t('scan')}</p>
          {/* Always black on white: cameras do not read it the other way round. */}
          <svg
            role="img"
            aria-label={t('picture')}
            viewBox={`0 0 ${picture.size} ${picture.size}`}
            className="mt-3 size-52 rounded-sm"
            shapeRendering="crispEdges"
          >
            <rect width={picture.size} height={picture.size} fill="#fff" />
            <path d={picture.path} fill="#000" />
          </svg>
          <p className="mt-4 text-sm text-muted">{t('manual')}</p>
          <p className="num mt-1 break-words font-semibold tracking-wide" translate="no">
            {manual}
          </p>
        </Card>
      </EnrolForm>
      {isRequired ? <LeaveButton>{t('leave')}</LeaveButton> : null}
    </>
  )
}
