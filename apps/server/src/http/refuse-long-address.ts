// No address of ours is long: what people write goes into bodies.
import type { RequestHandler } from "express";

const mostCharacters = 4_096;

export const refuseLongAddress: RequestHandler = (req, _res, next) => {
  const isLong = req.originalUrl.length > mostCharacters;
  next(isLong ? Object.assign(new Error("The address is too long."), { status: 414 }) : undefined);
};
