import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { CLOCK, DANGER, DONE, Drawing, INFO } from './drawing'

const LOOKS = {
  info: { path: INFO, className: 'border-accent bg-accent-soft', ink: 'text-accent', role: undefined },
  success: { path: DONE, className: 'border-done bg-done-soft', ink: 'text-done', role: 'status' },
  late: { path: CLOCK, className: 'border-late bg-late-soft', ink: 'text-late', role: undefined },
  error: { path: DANGER, className: 'border-danger bg-danger-soft', ink: 'text-danger', role: 'alert' },
} as const satisfies Record<
  string,
  { path: string; className: string; ink: string; role: 'status' | 'alert' | undefined }
>
export type NoticeKind = keyof typeof LOOKS

/** A message that stays until its reason is gone. Errors and successes are announced, information is not. */
export const Notice = ({
  kind = 'info',
  title,
  isAnnounced = true,
  children,
}: {
  kind?: NoticeKind
  title?: string
  /** False for what was there before the page was opened and is not news. */
  isAnnounced?: boolean
  children?: ReactNode
}) => {
  const { path, className, ink, role } = LOOKS[kind]
  return (
    <div
      {...(role === undefined || !isAnnounced ? {} : { role })}
      className={classNames('flex gap-3 rounded border-s-4 px-4 py-3 text-ink', className)}
    >
      <Drawing path={path} className={classNames('mt-0.5 size-5 shrink-0', ink)} />
      <div className="min-w-0">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
