/** The images that are taken. SVG is none of them: it can hold programs. */
export const imageTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;
export type ImageType = (typeof imageTypes)[number];

/** 5 MB, as people count them. */
export const IMAGE_LIMIT_BYTES = 5 * 1024 * 1024;

/** More than an incident shows; what is beyond belongs into a folder somewhere. */
export const MOST_IMAGES = 200;
