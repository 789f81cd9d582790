// Plain addresses are English, but a browser that asks for another of our languages is led to it, unless
// its reader chose English in the switch before. That choice is all that the cookie says.
import { pathIn, publicLanguages } from "@studydesk/domain/public-language";
import type { RequestHandler } from "express";
import { localPath } from "./local-path";

const cookie = "studydesk_language";
const year = 31_536_000_000;

/** For reading plain addresses; what is sent goes where it was sent. */
export const chooseLanguage: RequestHandler = (req, res, next) => {
  const [plain = ""] = req.originalUrl.split("?");
  if (req.query.lang === "en") {
    res.cookie(cookie, "en", { maxAge: year, httpOnly: true, sameSite: "lax", secure: req.secure });
    res.redirect(localPath(plain));
    return;
  }
  res.vary("Accept-Language");
  res.vary("Cookie");
  const chosen = (req.get("cookie") ?? "").split(/; */).includes(`${cookie}=en`);
  const asked = req.acceptsLanguages([...publicLanguages]);
  const wanted = publicLanguages.find((language) => language === asked);
  if (chosen || wanted === undefined || wanted === "en") return next();
  res.redirect(pathIn(wanted, localPath(req.originalUrl)));
};
