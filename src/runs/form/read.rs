//! Reading values.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer as _, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::sort;

/// What is said of bytes that are no value.
type Error = serde::de::value::Error;

/// So deep values may lie in others; those that somebody made to exhaust the stack lie deeper.
const DEEPEST: u8 = 200;

/// Values on their way.
pub(super) struct Reader<'de> {
    /// The bytes that were not read yet.
    rest: &'de [u8],
    /// In how many values the next one lies.
    depth: u8,
}

impl<'de> Reader<'de> {
    pub(super) const fn of(bytes: &'de [u8]) -> Self {
        Self {
            rest: bytes,
            depth: 0,
        }
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    fn byte(&mut self) -> Result<u8, Error> {
        let (byte, rest) = self.rest.split_first().ok_or_else(no_value)?;
        self.rest = rest;
        Ok(*byte)
    }

    fn number(&mut self) -> Result<u64, Error> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(no_value())
    }

    fn bytes(&mut self, count: u64) -> Result<&'de [u8], Error> {
        let count = usize::try_from(count).ok();
        let parts = count.and_then(|count| self.rest.split_at_checked(count));
        let (bytes, rest) = parts.ok_or_else(no_value)?;
        self.rest = rest;
        Ok(bytes)
    }

    fn text(&mut self, length: u64) -> Result<&'de str, Error> {
        std::str::from_utf8(self.bytes(length)?).map_err(Error::custom)
    }

    /// Takes the end of several values, if it comes next.
    fn take_end(&mut self) -> bool {
        let rest = self.rest.strip_prefix(&[sort::END]);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What a visitor makes of several values; all of them are to be taken.
    fn several<T>(
        &mut self,
        visit: impl FnOnce(&mut Several<'_, 'de>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.depth >= DEEPEST {
            return Err(no_value());
        }
        self.depth += 1;
        let mut several = Several {
            of: self,
            is_over: false,
        };
        let value = visit(&mut several)?;
        several.of.depth -= 1;
        if several.is_over || several.of.take_end() {
            Ok(value)
        } else {
            Err(no_value())
        }
    }

    fn fields<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        self.several(|fields| visitor.visit_map(Fields(fields)))
    }
}

fn no_value() -> Error {
    Error::custom("the bytes are not those of a value")
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.byte()? {
            sort::NONE => visitor.visit_unit(),
            sort::FALSE => visitor.visit_bool(false),
            sort::TRUE => visitor.visit_bool(true),
            sort::NUMBER => visitor.visit_u64(self.number()?),
            sort::NEGATIVE => visitor.visit_i64(!self.number()?.cast_signed()),
            sort::FLOAT => {
                let bytes = self.bytes(8)?.first_chunk().ok_or_else(no_value)?;
                visitor.visit_f64(f64::from_le_bytes(*bytes))
            }
            sort::TEXT => {
                let length = self.number()?;
                visitor.visit_borrowed_str(self.text(length)?)
            }
            sort::BYTES => {
                let length = self.number()?;
                visitor.visit_borrowed_bytes(self.bytes(length)?)
            }
            sort::ROW => self.several(|row| visitor.visit_seq(row)),
            sort::MAP => self.several(|map| visitor.visit_map(map)),
            sort::FIELDS => self.fields(visitor),
            small @ sort::SMALL..sort::SHORT => visitor.visit_u64((small - sort::SMALL).into()),
            short @ sort::SHORT..=sort::LONGEST => {
                visitor.visit_borrowed_str(self.text((short - sort::SHORT).into())?)
            }
            _ => Err(no_value()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.rest.split_first() {
            Some((&sort::NONE, rest)) => {
                self.rest = rest;
                visitor.visit_none()
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let sort = self.byte()?;
        visitor.visit_enum(Variant { of: self, sort })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct identifier ignored_any
    }
}

/// Values of which nobody knows how many they are.
struct Several<'r, 'de> {
    of: &'r mut Reader<'de>,
    /// Whether the end was taken.
    is_over: bool,
}

impl<'de> Several<'_, 'de> {
    fn next<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.is_over |= self.of.take_end();
        if self.is_over {
            return Ok(None);
        }
        seed.deserialize(&mut *self.of).map(Some)
    }
}

impl<'de> SeqAccess<'de> for &mut Several<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.next(seed)
    }
}

impl<'de> MapAccess<'de> for &mut Several<'_, 'de> {
    type Error = Error;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.next(seed)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(&mut *self.of)
    }
}

/// The fields of a structure, which have numbers for names.
struct Fields<'s, 'r, 'de>(&'s mut Several<'r, 'de>);

impl<'de> MapAccess<'de> for Fields<'_, '_, 'de> {
    type Error = Error;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let several = &mut *self.0;
        several.is_over |= several.of.take_end();
        if several.is_over {
            return Ok(None);
        }
        let number = u64::from(several.of.byte()?);
        seed.deserialize(number.into_deserializer()).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(&mut *self.0.of)
    }
}

/// A variant, and how what it holds is written.
struct Variant<'r, 'de> {
    of: &'r mut Reader<'de>,
    sort: u8,
}

impl Variant<'_, '_> {
    fn is(&self, sort: u8) -> Result<(), Error> {
        let is_so = self.sort == sort;
        is_so.then_some(()).ok_or_else(no_value)
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Error> {
        let number = u32::try_from(self.of.number()?).map_err(Error::custom)?;
        let number: U32Deserializer<Error> = number.into_deserializer();
        Ok((seed.deserialize(number)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        self.is(sort::UNIT)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        self.is(sort::WITH_VALUE)?;
        seed.deserialize(self.of)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.is(sort::WITH_ROW)?;
        self.of.several(|row| visitor.visit_seq(row))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.is(sort::WITH_FIELDS)?;
        self.of.fields(visitor)
    }
}
