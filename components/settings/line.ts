/** A thing that is set and what is done about it, on one line where there is room; what is opened takes the width below it. */
export const LINE = 'flex flex-wrap items-center gap-x-5'
/** Its name, which pushes what is pressed to the end of the line. */
export const NAME = 'flex min-w-0 grow basis-full flex-wrap items-baseline gap-x-3 sm:basis-60'
