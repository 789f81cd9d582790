// Bodies must be JSON and say so: a form of another site can send any other type without being asked.
import type { RequestHandler } from "express";

export const jsonAlone: RequestHandler = (req, res, next) => {
  const [type] = (req.get("content-type") ?? "").split(";");
  if (req.method === "GET" || type?.trim().toLowerCase() === "application/json") return next();
  res.status(415).json({
    code: "invalid",
    reason: "not_json",
    message: "This address takes JSON alone. Use the pages that are made for it.",
    details: null,
    requestId: res.locals.requestId,
  });
};
