/** What was typed and left, to be read before deciding about it. */
export const LeftTexts = ({
  label,
  none,
  texts,
}: {
  label: string
  /** What stands there when only choices were made. */
  none: string
  texts: readonly string[]
}) => (
  <section
    className="my-2 max-h-60 overflow-y-auto rounded border border-hair bg-paper px-3 py-2"
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and anyone who has no mouse must reach the text
    tabIndex={0}
  >
    {texts.length === 0 ? <p className="text-muted">{none}</p> : null}
    {texts.map((text, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
      <p key={index} dir="auto" className="wrap-anywhere whitespace-pre-wrap py-1">
        {text}
      </p>
    ))}
  </section>
)
