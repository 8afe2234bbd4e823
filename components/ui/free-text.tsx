import { classNames } from './class-names'

/** What someone wrote, with its lines, in whatever script; nothing where nothing was written. */
export const FreeText = ({ text, className }: { text: string; className?: string }) =>
  text === '' ? null : (
    <p dir="auto" className={classNames('whitespace-pre-wrap wrap-anywhere', className)}>
      {text}
    </p>
  )
