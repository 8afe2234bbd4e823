/** The most files that one review or one print takes. */
export const MOST_FILES = 500
