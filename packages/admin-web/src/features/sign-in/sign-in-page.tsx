import "./sign-in.css";
import { useApolloClient } from "@apollo/client/react";
import { PasswordInput } from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { SignInDocument, ViewerDocument } from "../../graphql/graphql";
import { changeLanguage } from "../../lib/language";
import { errorText } from "../../lib/refusal";
import { Button } from "../../ui/button";
import { Fault, TextField } from "../../ui/field";
import { Shape } from "../../ui/shape";

/** A `__Host-` cookie is only kept over HTTPS, or on the machine itself: elsewhere signing in could never work, so we say so first. */
function needsHttps(): boolean {
  return location.protocol !== "https:" && !/^(localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/.test(location.hostname);
}

/** Signing in, or why it can't be done here. */
export default function SignInPage() {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = `${t("signIn.title")} · Tegemoet`;
  }, [t]);
  const other = i18n.language === "nl" ? "en" : "nl";
  return (
    <main className="sign-in">
      {needsHttps() ? <OnlyOverHttps /> : <SignInForm />}
      <footer><button type="button" className="quiet-button" lang={other} onClick={() => void changeLanguage(other)}>{other === "en" ? "English" : "Nederlands"}</button></footer>
    </main>
  );
}

function OnlyOverHttps() {
  const { t } = useTranslation();
  return (
    <div className="inner">
      <p className="mark"><Shape name="brand" size={22} />Tegemoet</p>
      <h1>{t("signIn.httpsTitle")}</h1>
      <p className="reading">{t("signIn.httpsWhy", { host: location.hostname })}</p>
      <p className="notice reading">{t("signIn.httpsHow")}</p>
    </div>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || email.trim() === "" || password === "") return;
    setBusy(true);
    setFault(null);
    try {
      const { data } = await client.mutate({ mutation: SignInDocument, variables: { email: email.trim(), password } });
      if (!data) return;
      await changeLanguage(data.signIn.staff.language);
      client.writeQuery({ query: ViewerDocument, data: { __typename: "Query", viewer: data.signIn } });
    } catch (error) {
      setFault(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p className="mark"><Shape name="brand" size={22} />Tegemoet</p>
      <h1>{t("signIn.title")}</h1>
      <TextField
        label={t("signIn.email")} type="email" name="email" autoComplete="username" value={email} onChange={(event) => setEmail(event.currentTarget.value)} data-autofocus
        fault={tried && email.trim() === "" ? t("signIn.emailMissing") : null}
      />
      <PasswordInput
        label={t("signIn.password")} name="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }} error={tried && password === "" ? <Fault>{t("signIn.passwordMissing")}</Fault> : undefined}
      />
      {fault && <Fault>{fault}</Fault>}
      <Button type="submit" look="filled" size="end" wide busy={busy}>{t("signIn.submit")}</Button>
    </form>
  );
}
